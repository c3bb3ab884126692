package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real threads set flags against a loop that is about to sleep. The watchdog wants progress, not speed. */
class CrossThreadTest {
  private static final int ROUNDS = 100_000;

  /** How many waits have returned. Written by the loop, awaited by the setters. */
  private final AtomicInteger returned = new AtomicInteger();

  private final EventLoop loop = new EventLoop();
  private final ThreadSafeFlag flag = new ThreadSafeFlag(loop, "crossed");

  /** Plain fields: only the flag orders them. */
  private int payload;
  private int wrong;

  private Next<Void> awaitNext() {
    return returned.get() == ROUNDS ? Next.end() : flag.await(this::received);
  }

  private Next<Void> received() {
    if (payload != returned.get() + 1) {
      wrong++;
    }
    returned.incrementAndGet();
    return awaitNext();
  }

  private void setOnceForEachReturn() {
    for (int i = 0; i < ROUNDS; i++) {
      // Every second set comes just as the loop goes to sleep.
      while (returned.get() != i || i % 2 == 0 && !loop.isAsleep()) {
        Thread.onSpinWait();
      }
      payload = i + 1;
      flag.set();
    }
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  @Tag("FLG-4") //= FLG-4 type=test
  @Tag("FLG-6") //= FLG-6 type=test
  @Tag("FLG-11") //= FLG-11 type=test
  void noWakeUpIsLostAndEachBringsItsPayload() throws Exception {
    List<FutureTask<?>> done = inThreads(() -> loop.runSteps(this::awaitNext), this::setOnceForEachReturn);
    awaitProgress(done);
    assertEquals(0, wrong);
  }

  @Test
  @Tag("FLG-2") //= FLG-2 type=test
  @Tag("FLG-4") //= FLG-4 type=test
  void twoSettersAndADirectTaskLoseNothing() throws Exception {
    int sets = 5_000;
    AtomicInteger[] given = {new AtomicInteger(), new AtomicInteger()};
    int[] taken = new int[2];
    Runnable run = () -> loop.run(() -> {
      while (taken[0] < sets || taken[1] < sets) {
        flag.await();
        taken[0] = given[0].get();
        taken[1] = given[1].get();
        returned.incrementAndGet();
      }
    });
    awaitProgress(inThreads(run, () -> giveSets(given[0], sets), () -> giveSets(given[1], sets)));
    assertEquals(2 * sets, taken[0] + taken[1]);
  }

  private void giveSets(AtomicInteger given, int sets) {
    for (int i = 0; i < sets; i++) {
      given.incrementAndGet();
      flag.set();
      if (i % 16 == 0) {
        Thread.yield();
      }
    }
  }

  private static List<FutureTask<?>> inThreads(Runnable... bodies) {
    List<FutureTask<?>> tasks = new ArrayList<>();
    for (Runnable body : bodies) {
      FutureTask<?> task = new FutureTask<>(body, null);
      Thread thread = new Thread(task, "crossing " + tasks.size());
      thread.setDaemon(true);
      thread.start();
      tasks.add(task);
    }
    return tasks;
  }

  private void awaitProgress(List<FutureTask<?>> tasks) throws Exception {
    for (FutureTask<?> task : tasks) {
      int before = -1;
      while (!task.isDone()) {
        try {
          task.get(20, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
          int now = returned.get();
          if (now == before) {
            fail("no progress after " + now + " returns; " + loop + ", " + flag + "\n" + stacks());
          }
          before = now;
        }
      }
      task.get();
    }
  }

  private static String stacks() {
    StringBuilder text = new StringBuilder();
    Thread.getAllStackTraces().forEach((thread, stack) -> text.append(thread).append(Arrays.toString(stack)).append('\n'));
    return text.toString();
  }
}
