package dev.fanion.traces;

import java.util.ArrayList;
import java.util.List;

/** Makes traces. */
final class Traces {
  /** Enough for the tree to grow, the loop to sleep, and waits to end in each way, in some of twenty traces. */
  static final int ENTRIES = 200;

  /** A check keeps every state that it has seen, so it is not used for ever. */
  static final int OF_A_CHECK = 100;

  private static final List<String> SETTERS = List.of("s1", "s2");

  private Traces() {}

  /** One run of flags. The seed chooses what tasks and setters do, and who makes the next access. */
  static List<Entry> ofFlags(TracedClasses classes, long seed) throws Exception {
    Recorder.prepare(new FlagNames(), seed, ENTRIES, SETTERS);
    Class<?> program = classes.loadClass("dev.fanion.traces.program.TracedRun");
    Object run = program.getConstructor(long.class).newInstance(seed);
    List<Thread> threads = new ArrayList<>();
    threads.add(new Thread((Runnable) run, "loop"));
    for (String setter : SETTERS) {
      Object sets = program.getMethod("setter", long.class).invoke(run, seed + threads.size());
      threads.add(new Thread((Runnable) sets, setter));
    }
    return after(threads);
  }

  /** One run of events, on one thread. The seed chooses what tasks do. */
  static List<Entry> ofQueues(TracedClasses classes, long seed) throws Exception {
    Recorder.prepare(new QueueNames(), seed, ENTRIES, List.of());
    Class<?> program = classes.loadClass("dev.fanion.traces.program.QueueRun");
    return after(List.of(new Thread((Runnable) program.getConstructor(long.class).newInstance(seed), "loop")));
  }

  private static List<Entry> after(List<Thread> threads) throws InterruptedException {
    threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, endOfTheRun) -> Recorder.stop()));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return Recorder.end();
  }
}
