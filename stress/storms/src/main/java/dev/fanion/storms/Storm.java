package dev.fanion.storms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Threads that set flags as fast as they can, in bursts of random length. After each burst all wait until the loop has seen
 * everything that they wrote. So no later set makes up for a lost one. Now and then only one thread sets, one set at a time, each
 * a random moment after the loop saw the one before. So the set comes as the loop falls asleep.
 */
final class Storm {
  private static final int LONGEST_BURST_LOG = 10;
  private static final int ROUNDS_FOR_A_LONE_ONE = 4;
  private static final int LONE_SETS = 64;
  private static final int LONGEST_PAUSE_LOG = 9;
  private static final int ENDING_ATTEMPTS = 100;

  private final Ledger ledger;
  private final Subject subject;
  private final long sets;
  private final long seed;
  private final Thread loop;
  private final List<Thread> threads = new ArrayList<>();
  private final Phaser bursts;
  private volatile boolean stopped;

  /**
   * A storm.
   *
   * @param flags how many flags are set
   * @param setters how many threads set them
   * @param sets about how many sets there are in all
   * @param seed for the choice of flags and the lengths of bursts and pauses
   * @param subject makes the loop and its flags
   */
  Storm(int flags, int setters, long sets, long seed, Function<Waits, Subject> subject) {
    ledger = new Ledger(flags, setters);
    this.subject = subject.apply(ledger);
    this.sets = sets;
    this.seed = seed;
    bursts = new Phaser(setters);
    loop = thread(this::runLoop, "loop");
    for (int i = 0; i < setters; i++) {
      int setter = i;
      threads.add(thread(() -> rage(setter), "setter " + i));
    }
  }

  private static Thread thread(Runnable body, String name) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }

  Thread loopThread() {
    return loop;
  }

  Verdict run(Watch watch) throws InterruptedException {
    loop.start();
    threads.forEach(Thread::start);
    if (!watch.sees(() -> threads.stream().noneMatch(Thread::isAlive), this::progress)) {
      ledger.complain("a hang: " + diagnose());
    }
    stopped = true;
    bursts.forceTermination();
    end();
    return ledger.verdict(ledger.sets());
  }

  private long progress() {
    return ledger.sets() + ledger.returns();
  }

  private void runLoop() {
    try {
      subject.run();
    } catch (Throwable error) {
      ledger.complain("the loop ended with " + error);
    }
  }

  private void rage(int setter) {
    SplittableRandom random = new SplittableRandom(seed + setter);
    try {
      long left = sets / ledger.setters;
      for (long round = 0; left > 0 && !stopped && !ledger.isBad(); round++) {
        if (round % ROUNDS_FOR_A_LONE_ONE != 0) {
          left -= burst(setter, random, Math.min(left, 1L << random.nextInt(LONGEST_BURST_LOG)));
        } else if (round / ROUNDS_FOR_A_LONE_ONE % ledger.setters == setter) {
          left -= oneByOne(setter, random, Math.min(left, LONE_SETS));
        }
        bursts.arriveAndAwaitAdvance();
      }
    } catch (Throwable error) {
      ledger.complain("set() threw " + error);
    } finally {
      bursts.arriveAndDeregister();
    }
  }

  private long burst(int setter, SplittableRandom random, long howMany) {
    for (long i = 0; i < howMany; i++) {
      set(setter, random.nextInt(ledger.flags));
    }
    awaitSeen(setter);
    return howMany;
  }

  private long oneByOne(int setter, SplittableRandom random, long howMany) {
    for (long i = 0; i < howMany; i++) {
      set(setter, random.nextInt(ledger.flags));
      awaitSeen(setter);
      for (int spins = random.nextInt(1 << random.nextInt(LONGEST_PAUSE_LOG)); spins > 0; spins--) {
        Thread.onSpinWait();
      }
    }
    return howMany;
  }

  private void set(int setter, int flag) {
    ledger.sets(setter, flag);
    subject.set(flag);
    ledger.hasSet(setter, flag);
  }

  private void awaitSeen(int setter) {
    for (int spins = 1; !ledger.hasSeenAllOf(setter) && !stopped; spins++) {
      if (spins % 64 == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /** Why nothing moves. If an unpark from outside makes the loop go on, a wake-up was lost, else a signal. */
  private String diagnose() throws InterruptedException {
    String what = "after " + ledger.sets() + " sets and " + ledger.returns() + " returns the loop's thread is "
        + loop.getState() + "; " + subject.state() + "\n" + dump();
    long before = ledger.returns();
    LockSupport.unpark(loop);
    try (Watch second = new Watch(Watch.PATIENCE / 10)) {
      boolean moved = second.sees(() -> ledger.returns() != before, ledger::returns);
      return (moved ? "a lost wake-up: woken from outside, the loop went on; "
          : "a lost signal: woken from outside, the loop found none; ") + what;
    }
  }

  private String dump() {
    StringBuilder text = new StringBuilder();
    Thread.getAllStackTraces().forEach((thread, stack) -> {
      if (thread == loop || threads.contains(thread)) {
        text.append("  ").append(thread.getName()).append(' ').append(Arrays.toString(stack)).append('\n');
      }
    });
    return text.toString();
  }

  private void end() throws InterruptedException {
    for (int i = 0; i < ENDING_ATTEMPTS && loop.isAlive(); i++) {
      subject.end();
      LockSupport.unpark(loop);
      loop.join(100);
    }
    for (Thread thread : threads) {
      thread.join(1_000);
    }
    if (loop.isAlive()) {
      ledger.complain("the loop does not end: " + subject.state() + "\n" + dump());
    }
  }
}
