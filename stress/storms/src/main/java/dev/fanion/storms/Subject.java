package dev.fanion.storms;

/** What a storm rages against: some flags, and a loop on which each flag has one waiter that waits again and again. */
abstract class Subject {
  final Waits waits;

  Subject(Waits waits) {
    this.waits = waits;
  }

  /** Sets a flag. Any thread. */
  abstract void set(int flag);

  /** Runs the loop on the calling thread until it is told to end. */
  abstract void run();

  /** Tells the loop to end. Any thread. */
  abstract void end();

  /** For a report: the state of loop and flags, as far as another thread can see it. */
  abstract String state();
}
