package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a thread dump tells of a loop that is stuck: the names of its threads, and what each parks for. */
class DumpTest {
  private final List<Thread> threads = new ArrayList<>();
  private final EventLoop loop = new EventLoop(LoopOptions.defaults().withName("pump").withThreads(this::thread));
  private final Event e = new Event(loop, "e");
  private final ThreadSafeFlag f = new ThreadSafeFlag(loop, "f");
  private FutureTask<?> run;
  private Thread runner;

  private Thread thread(Runnable body) {
    Thread thread = new Thread(body);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  private void run(Action main) {
    run = new FutureTask<>(() -> loop.run(main), null);
    runner = new Thread(run, "runner");
    runner.setDaemon(true);
    runner.start();
  }

  /** Names the thread and what it parks for, as soon as it parks. */
  private String dump(Thread thread, Class<?> blocker) {
    while (LockSupport.getBlocker(thread) == null) {
      assertFalse(run.isDone(), "the loop is not stuck");
      Thread.onSpinWait();
    }
    assertEquals(blocker, LockSupport.getBlocker(thread).getClass());
    return thread.getName() + ": " + LockSupport.getBlocker(thread);
  }

  @Test
  @Tag("LOP-6") //= LOP-6 type=test
  void namesTheTasksAndWhatEachWaitsFor() throws Exception {
    run(() -> {
      loop.spawn("worker", () -> e.await());
      f.await();
    });
    while (!loop.isAsleep()) {
      assertFalse(run.isDone(), "the loop is not stuck");
      Thread.onSpinWait();
    }
    assertEquals("runner: EventLoop pump [Task main [waits for ThreadSafeFlag f], Task worker [waits for Event e]]",
        dump(runner, EventLoop.class));
    assertEquals("fanion pump main: Task main [waits for ThreadSafeFlag f]", dump(threads.get(0), DirectTask.class));
    assertEquals("fanion pump worker: Task worker [waits for Event e]", dump(threads.get(1), DirectTask.class));
    f.set();
    run.get(20, TimeUnit.SECONDS);
  }

  /** A task that blocks its thread by other means than the loop's holds up all others: the loop waits for it. */
  @Test
  @Tag("LOP-1") //= LOP-1 type=test
  void namesTheTaskThatHoldsUpTheOthers() throws Exception {
    FutureTask<Void> elsewhere = new FutureTask<>(() -> {}, null);
    run(() -> {
      loop.spawn("other", () -> e.await());
      loop.spawn("stuck", () -> elsewhere.get());
      loop.sleep(World.ms(0));
    });
    while (threads.size() < 3 || !(LockSupport.getBlocker(threads.get(2)) instanceof FutureTask<?>)) {
      assertFalse(run.isDone(), "the loop is not stuck");
      Thread.onSpinWait();
    }
    assertEquals("runner: EventLoop pump [Task main [ready], Task other [waits for Event e], Task stuck [running]]",
        dump(runner, EventLoop.class));
    assertEquals("fanion pump stuck", threads.get(2).getName());
    elsewhere.run();
    run.get(20, TimeUnit.SECONDS);
  }
}
