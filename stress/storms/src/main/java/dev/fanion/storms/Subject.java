package dev.fanion.storms;

/** What a storm tests: some flags, and a loop on which each flag has one waiter, which waits again and again. */
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

  /** The state of loop and flags as far as another thread can see it, for a report. */
  abstract String state();
}
