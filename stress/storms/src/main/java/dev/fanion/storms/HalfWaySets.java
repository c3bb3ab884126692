package dev.fanion.storms;

import java.util.function.Function;

/**
 * A setter that is out of stack. Its {@code set()} ends with an error somewhere inside. The setter tries again with a little
 * more stack, and gets a little further each time, until a {@code set()} returns. That {@code set()} must wake the waiter,
 * whatever the ones before it have left behind.
 */
final class HalfWaySets extends Waits {
  private static final int WARM_UP = 1_000;

  private final Subject subject;
  private final Thread loop;
  private volatile long returns;
  private long failed;
  private boolean hasSet;

  private HalfWaySets(Function<Waits, Subject> subject) {
    super(1);
    this.subject = subject.apply(this);
    loop = new Thread(this.subject::run, "loop");
    loop.setDaemon(true);
  }

  static Verdict trial(int rounds, Function<Waits, Subject> subject) throws InterruptedException {
    try (Watch watch = new Watch()) {
      HalfWaySets sets = new HalfWaySets(subject);
      sets.loop.start();
      Verdict verdict = sets.run(rounds, watch);
      sets.subject.end();
      return verdict;
    }
  }

  private Verdict run(int rounds, Watch watch) throws InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      if (!wakes(watch, () -> subject.set(0))) {
        return Verdict.bad(0, "a lost wake-up of an ordinary set(): " + subject.state());
      }
    }
    for (int round = 1; round <= rounds; round++) {
      hasSet = false;
      if (!wakes(watch, this::fall)) {
        return Verdict.bad(round, "a lost wake-up: nobody woke after a set() that followed " + failed
            + " that ran out of stack; " + subject.state());
      }
    }
    return failed == 0 ? Verdict.bad(rounds, "not tried: no set() ran out of stack") : verdict(rounds);
  }

  private boolean wakes(Watch watch, Runnable setter) throws InterruptedException {
    long before = returns;
    Thread thread = new Thread(setter, "setter");
    thread.start();
    thread.join();
    return watch.sees(() -> returns > before, () -> returns);
  }

  private void fall() {
    try {
      fall();
    } catch (StackOverflowError bottom) {
      failed++; // the call of fall(), or the set() below it
    }
    if (!hasSet) {
      subject.set(0);
      hasSet = true;
    }
  }

  @Override
  void begins(int flag) {}

  @Override
  void returned(int flag) {
    returns++;
  }
}
