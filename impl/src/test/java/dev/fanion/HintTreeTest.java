package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Flags by the thousand: the tree grows to three levels, or four, and each flag is still found. */
class HintTreeTest {
  private static final int STRIDE = 99_991; // a prime, so that i * STRIDE visits every flag in a scattered order

  private final World w = new World(Form.STACKLESS);
  private final List<ThreadSafeFlag> flags = new ArrayList<>();
  private int woken;

  private Next<Void> count() {
    woken++;
    return Next.end();
  }

  private void waitOnEach() {
    flags.forEach(flag -> w.loop.spawnSteps(() -> flag.await(this::count)));
  }

  private ThreadSafeFlag scattered(int i) {
    return flags.get((int) ((long) i * STRIDE % flags.size()));
  }

  @Test
  @Tag("LOP-8") //= LOP-8 type=test
  @Tag("FLG-4") //= FLG-4 type=test
  void everyOneOfThousandsOfFlagsIsFound() {
    findEachOf(64 * 64 + 64 + 1); // so that the second node of the second level has two leaves
  }

  @Test
  @Tag("LOP-8") //= LOP-8 type=test
  @Tag("slow")
  void everyOneOfAQuarterOfAMillionFlagsIsFound() {
    findEachOf(64 * 64 * 64 + 1);
  }

  private void findEachOf(int count) {
    for (int i = 0; i < count; i++) {
      flags.add(new ThreadSafeFlag(w.loop));
    }
    w.run(w.act(this::waitOnEach), w.pause(), w.act(() -> setOneAtATime(0)), w.pause(), w.pause(),
        w.act(() -> assertEquals(count, woken)), w.act(() -> assertTrue(w.loop.hints.isEmpty())),
        w.act(this::waitOnEach), w.pause(), w.act(() -> setOneAtATime(count - 1)), w.pause(), w.pause());
    assertEquals(2 * count, woken);
  }

  /** Each set must mark the way to that very flag: the loop looks after each set, and must find one flag more. */
  private void setOneAtATime(int first) {
    int before = woken;
    for (int i = 0; i < flags.size(); i++) {
      ThreadSafeFlag next = scattered((first + i) % flags.size());
      next.set();
      w.loop.hints.look();
      assertEquals(before, woken); // noticed, but no waiter has had its turn
      assertTrue(next.waiters().isEmpty());
    }
  }

  private static Hint fillALeaf(HintTree hints, ThreadSafeFlag flag) {
    Hint leaf = hints.leaf();
    for (int i = 0; i < Long.SIZE; i++) {
      hints.add(flag);
    }
    return leaf;
  }

  @Test
  @Tag("FLG-4") //= FLG-4 type=test
  void aHintThatCameBeforeTheTreeGrewIsStillThere() {
    HintTree hints = new HintTree();
    Hint leaf = fillALeaf(hints, w.flag("f"));
    leaf.mark();
    assertNotSame(leaf, hints.leaf()); // the tree has grown
    assertTrue(hints.isMarked());
  }

  @Test
  @Tag("LOP-8") //= LOP-8 type=test
  void theTreeIsNoHigherThanItMustBe() throws Exception {
    HintTree hints = new HintTree();
    ThreadSafeFlag flag = w.flag("f");
    Field parent = Hint.class.getDeclaredField("parent");
    parent.setAccessible(true);
    List<Integer> levels = new ArrayList<>();
    for (int i = 1; i <= 3 * 64 * 64; i++) {
      Object leaf = hints.leaf();
      hints.add(flag);
      if (Set.of(64, 64 * 64, 3 * 64 * 64).contains(i)) {
        int level = 0;
        for (Object hint = leaf; hint != null; hint = parent.get(hint)) {
          level++;
        }
        levels.add(level);
      }
    }
    assertEquals(List.of(1, 2, 3), levels);
  }

  @Test
  @Tag("LOP-8") //= LOP-8 type=test
  void aLeafThatWasFullIsUsedAgain() {
    HintTree hints = new HintTree();
    Hint leaf = fillALeaf(hints, w.flag("f"));
    assertTrue(leaf.isFull());
    hints.remove(leaf, 3);
    assertSame(leaf, hints.leaf());
    assertEquals(3, hints.add(w.flag("g")));
  }
}
