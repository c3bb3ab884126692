package dev.fanion.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.property.Wait.Ending;
import dev.fanion.property.Waiters.Deed;
import dev.fanion.property.Waiters.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds for the waiters of an event under any order of sets, clears, cancellations and time-outs. */
class WaiterPropertyTest {
  private static final int ENOUGH = 3_000;

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Deed> deeds = Arbitraries.of(Deed.class);
    return Combinators.combine(deeds, Arbitraries.integers().between(0, 6)).as(Step::new).list().ofMaxSize(40);
  }

  @Property(tries = 1_000)
  @Tag("CAN-1") //= CAN-1 type=test
  @Tag("CAN-2") //= CAN-2 type=test
  @Tag("CAN-3") //= CAN-3 type=test
  @Tag("CAN-4") //= CAN-4 type=test
  @Tag("CAN-5") //= CAN-5 type=test
  @Tag("CAN-6") //= CAN-6 type=test
  void noInterleavingBreaksARule(@ForAll("steps") List<Step> steps) {
    assertEquals(Set.of(), WaitRules.brokenBy(Waiters.after(steps, Mistake.NONE)));
  }

  @Example
  void everyMistakeIsFoundByTheCheckOfItsRule() {
    List<Mistake> missed = new ArrayList<>();
    for (Mistake mistake : Mistake.values()) {
      boolean found = steps().sampleStream().limit(ENOUGH)
          .anyMatch(steps -> WaitRules.brokenBy(Waiters.after(steps, mistake)).contains(mistake.rule));
      if (!found) {
        missed.add(mistake);
      }
    }
    assertEquals(List.of(Mistake.NONE), missed);
  }

  /** Without this the rules could hold since some ending never occurs, or since no task is cancelled after it was woken. */
  @Example
  void everyEndingComesAbout() {
    Set<Ending> seen = new HashSet<>();
    int[] both = {0};
    Stream<Waiters> runs = steps().sampleStream().limit(300).map(steps -> Waiters.after(steps, Mistake.NONE));
    runs.forEach(after -> after.ended.forEach(wait -> {
      seen.add(wait.ending);
      both[0] += wait.wokenBy > 0 && wait.cancels > 0 ? 1 : 0;
    }));
    assertEquals(Set.of(Ending.values()), seen);
    assertTrue(both[0] > 0);
  }
}
