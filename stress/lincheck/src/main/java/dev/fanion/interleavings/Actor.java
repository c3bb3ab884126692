package dev.fanion.interleavings;

import org.jspecify.annotations.Nullable;

/**
 * A thread beside the loop. Lincheck switches threads only at accesses to objects of which it knows that two threads can reach
 * them. It finds these from the started thread on, through fields of ordinary classes. It does not look through lambdas and
 * records, nor, since JDK 19, through the object in which a thread keeps a {@link Runnable} that it was given. So an actor does
 * not run on a thread, but is one.
 */
abstract class Actor extends Thread {
  private volatile @Nullable Throwable failure;

  abstract void act();

  @Override
  public final void run() {
    try {
      act();
    } catch (Watch.Stopped forEver) {
      // nobody waits for this actor
    } catch (Throwable error) {
      failure = error;
    }
  }

  static void startAll(Actor... actors) {
    for (Actor actor : actors) {
      actor.start();
    }
  }

  /** Waits until all actors have ended, and throws what one of them threw. */
  static void joinAll(Actor... actors) {
    for (Actor actor : actors) {
      try {
        Thread thread = actor; // Lincheck knows Thread.join() only: a call as Actor.join() would hang
        thread.join();
      } catch (InterruptedException nobodyInterrupts) {
        throw new IllegalStateException(nobodyInterrupts);
      }
      Throwable error = actor.failure;
      if (error != null) {
        throw new IllegalStateException(error.getMessage(), error);
      }
    }
  }

  /** Moves the time forward once. */
  static final class Ticker extends Actor {
    private final Watch watch;

    Ticker(Watch watch) {
      this.watch = watch;
    }

    @Override
    void act() {
      watch.advance(1);
    }
  }

  /** Sends payloads. Each comes with a set. */
  abstract static class Sender extends Actor {
    private final Watch watch;
    private final int number;
    private final int payloads;

    Sender(Watch watch, int number, int payloads) {
      this.watch = watch;
      this.number = number;
      this.payloads = payloads;
    }

    abstract void set();

    @Override
    final void act() {
      for (int sent = 0; sent < payloads; sent++) {
        watch.begin(number);
        set();
        watch.returned(number);
      }
    }
  }
}
