package dev.fanion.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Compares timers with a sorted list. */
class TimerPropertyTest {
  /** A sleep that is not over: the task, the end, and the number of the call. */
  private record Sleep(int task, long until, int call) {}

  private static final Comparator<Sleep> BY_DEADLINE = Comparator.comparingLong(Sleep::until);
  private static final Comparator<Sleep> IN_ORDER = BY_DEADLINE.thenComparingInt(Sleep::call);
  private static final Comparator<Sleep> TIES_REVERSED =
      BY_DEADLINE.thenComparing(Comparator.comparingInt(Sleep::call).reversed());

  /** The lengths of the sleeps of each task; they are short, so that many end together. */
  @Provide
  Arbitrary<List<List<Integer>>> sleeps() {
    return Arbitraries.integers().between(1, 8).list().ofMaxSize(6).list().ofMaxSize(12);
  }

  /** The number of each task that wakes, in order. */
  private static List<Integer> wakes(List<List<Integer>> sleeps, int oversleeps) {
    List<Integer> wakes = new ArrayList<>();
    JumpingTime time = new JumpingTime(oversleeps);
    EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(time, time));
    loop.run(() -> {
      List<Task<?>> tasks = new ArrayList<>();
      for (int task = 0; task < sleeps.size(); task++) {
        int number = task;
        tasks.add(loop.spawn("sleeper " + task, () -> {
          for (int nanos : sleeps.get(number)) {
            loop.sleep(Duration.ofNanos(nanos));
            wakes.add(number);
          }
        }));
      }
      tasks.forEach(Task::await);
    });
    return wakes;
  }

  /** The same by a list that is sorted again whenever time passes. */
  private static List<Integer> expected(List<List<Integer>> sleeps, int oversleeps, Comparator<Sleep> order) {
    List<Integer> wakes = new ArrayList<>();
    List<Sleep> asleep = new ArrayList<>();
    int[] next = new int[sleeps.size()];
    int calls = 0;
    for (int task = 0; task < next.length; task++) {
      if (!sleeps.get(task).isEmpty()) {
        asleep.add(new Sleep(task, sleeps.get(task).get(next[task]++), calls++));
      }
    }
    while (!asleep.isEmpty()) {
      asleep.sort(order);
      long now = asleep.get(0).until + oversleeps;
      List<Sleep> over = asleep.stream().filter(sleep -> sleep.until <= now).toList();
      asleep.removeAll(over);
      for (Sleep sleep : over) {
        wakes.add(sleep.task);
        if (next[sleep.task] < sleeps.get(sleep.task).size()) {
          asleep.add(new Sleep(sleep.task, now + sleeps.get(sleep.task).get(next[sleep.task]++), calls++));
        }
      }
    }
    return wakes;
  }

  @Property(tries = 300)
  void sleepersWakeByDeadlineAndThenInTheOrderOfTheirCalls(
      @ForAll("sleeps") List<List<Integer>> sleeps, @ForAll @IntRange(max = 4) int oversleeps) {
    assertEquals(expected(sleeps, oversleeps, IN_ORDER), wakes(sleeps, oversleeps));
  }

  /** Sleeps that end together are ordered by their calls: another order is noticed. */
  @Example
  void anotherOrderOfTiesIsSeen() {
    List<List<Integer>> sleeps = List.of(List.of(2, 1), List.of(2), List.of(1, 1));
    assertNotEquals(expected(sleeps, 0, TIES_REVERSED), wakes(sleeps, 0));
    assertEquals(expected(sleeps, 0, IN_ORDER), wakes(sleeps, 0));
  }
}
