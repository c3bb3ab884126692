package dev.fanion.storms;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Loops, flags, tasks and classes that their owner drops, after the end of the loop or before it. */
final class DroppedLoops {
  private static final int FLAGS = 1_000;

  private DroppedLoops() {}

  /** A loop whose main task has ended. The end also ended tasks of both forms that would have waited for ever. */
  static void ended(Leaks leaks) {
    EventLoop loop = leaks.track(new EventLoop(LoopOptions.defaults().withThreads(leaks.threads())));
    ThreadSafeFlag flag = leaks.track(new ThreadSafeFlag(loop, "flag"));
    Event event = leaks.track(new Event(loop, "event"));
    loop.run(() -> {
      leaks.track(loop.spawn("direct", () -> event.await()));
      leaks.track(loop.spawnSteps("stackless", () -> flag.await(Next::end)));
      loop.sleep(Duration.ZERO);
    });
    flag.set();
  }

  /** A loop that its owner drops while tasks wait. The tasks are stackless, so there is no thread to end. */
  static void abandoned(Leaks leaks) {
    EventLoop loop = leaks.track(new EventLoop());
    for (int i = 0; i < FLAGS; i++) {
      ThreadSafeFlag flag = leaks.track(new ThreadSafeFlag(loop, "flag " + i));
      leaks.track(i == 0 ? loop.startSteps(() -> flag.await(Next::end)) : flag);
    }
    loop.runReady();
  }

  /** A loop with a direct task. Its owner closes the loop before dropping it. */
  static void closed(Leaks leaks) {
    started(leaks).close();
  }

  /** Broken: the owner does not close the loop, and the task's thread waits for ever. */
  static void notClosed(Leaks leaks) {
    started(leaks);
  }

  private static EventLoop started(Leaks leaks) {
    EventLoop loop = leaks.track(new EventLoop(LoopOptions.defaults().withThreads(leaks.threads())));
    ThreadSafeFlag flag = leaks.track(new ThreadSafeFlag(loop, "flag"));
    leaks.track(loop.start(() -> {
      flag.await();
      return null;
    }));
    loop.runReady();
    return loop;
  }

  /** Flags of a loop that keeps running. Tasks have waited on them, and were woken, cancelled or timed out. */
  static void flags(Leaks leaks) {
    EventLoop loop = leaks.keep(new EventLoop());
    leaks.keep(loop.startSteps(() -> {
      for (int i = 0; i < FLAGS; i++) {
        ThreadSafeFlag flag = leaks.track(new ThreadSafeFlag(loop, "flag " + i));
        Duration limit = i % 3 == 0 ? Duration.ZERO : Duration.ofDays(1);
        Task<?> task = leaks.track(loop.spawnSteps("waiter " + i, () -> flag.await(limit, Next::end, why -> Next.end())));
        Runnable wake = i % 3 == 1 ? flag::set : task::cancel;
        loop.spawnSteps("waker " + i, () -> loop.sleep(Duration.ZERO, () -> {
          wake.run();
          return Next.end();
        }));
      }
      return new ThreadSafeFlag(loop, "for ever").await(Next::end);
    }));
    while (loop.runReady() == 0) {
      // some tasks are still ready
    }
  }

  /** The classes of the reference, loaded by a loader of their own, used by a task, and dropped. */
  static void classes(Leaks leaks) throws Exception {
    flagOfNewClasses(leaks);
  }

  static Object flagOfNewClasses(Leaks leaks) throws Exception {
    URL home = EventLoop.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader = leaks.track(new URLClassLoader(new URL[] {home}, ClassLoader.getPlatformClassLoader()))) {
      Class<?> loopType = loader.loadClass(EventLoop.class.getName());
      Class<?> flagType = loader.loadClass(ThreadSafeFlag.class.getName());
      Constructor<?> newFlag = flagType.getConstructor(loopType);
      Object loop = loopType.getConstructor().newInstance();
      Callable<Object> main = () -> {
        Object flag = newFlag.newInstance(loop);
        flagType.getMethod("set").invoke(flag);
        flagType.getMethod("await").invoke(flag);
        return flag;
      };
      return loopType.getMethod("run", Callable.class).invoke(loop, main);
    }
  }
}
