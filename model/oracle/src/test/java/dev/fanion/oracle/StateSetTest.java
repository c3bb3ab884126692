package dev.fanion.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A set of states has what a set of the library has, in the same order. */
class StateSetTest {
  private static final int SETS = 300;
  private static final int MOST = 3_000;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void statesAreThereOnceInTheOrderInWhichTheyCame() {
    for (int i = 0; i < SETS; i++) {
      int[] first = IntStream.range(0, random.nextInt(40)).map(s -> s * 64).toArray();
      int distinct = 1 + random.nextInt(MOST);
      int factor = 1 << random.nextInt(20); // numbers that differ in their upper bits alone must not slow it down, or be lost
      StateSet states = new StateSet(first);
      Set<Integer> expected = new LinkedHashSet<>(IntStream.of(first).boxed().toList());
      for (int j = random.nextInt(MOST); j > 0; j--) {
        int state = random.nextInt(distinct) * factor;
        states.add(state);
        expected.add(state);
      }

      assertArrayEquals(expected.stream().mapToInt(s -> s).toArray(), states.toArray());
    }
  }

  @Test
  void theArrayThatItBeganWithIsNotChanged() {
    int[] first = {5, 3};
    StateSet states = new StateSet(first);
    states.add(3);

    assertSame(first, states.toArray());

    states.add(7);

    assertNotSame(first, states.toArray());
    assertArrayEquals(new int[] {5, 3}, first);
    assertArrayEquals(new int[] {5, 3, 7}, states.toArray());
  }
}
