package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;

/**
 * What adapters have in common whose replies are waited for: how long, and what the clock says meanwhile.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
abstract class PatientAdapter implements Adapter {
  final long deadline;
  final Patience patience;

  /** What the clock of the implementation says, if it has one of its own. */
  long now;

  private long asked;
  private long until; // when the last time that this scenario has asked for is over: nobody may have anything to say before

  /**
   * An adapter that waits.
   *
   * @param deadline for each reply, in nanoseconds
   */
  PatientAdapter(long deadline) {
    this.deadline = deadline;
    patience = new Patience(deadline);
  }

  /** A scenario begins. */
  final void begins() {
    until = System.nanoTime();
    now = Long.MIN_VALUE;
  }

  /**
   * How long the request itself may take, in milliseconds. A storm takes its time, which no other reply can tell; what is meant
   * not to pass is not waited for.
   */
  final int lasts(Request request) {
    if (request.op() == Op.STORM && !patience.isWhole()) {
      return (int) (deadline / 1_000_000);
    }
    return realTime() && request.millis() <= Endless.MILLIS ? request.millis() : 0;
  }

  /** Something is asked that may itself take this many milliseconds: the most nanoseconds to wait for the reply. */
  final long asks(int millis) {
    asked = System.nanoTime();
    until = Math.max(until, asked + millis * 1_000_000L);
    return patience.nanos() + Math.max(0, until - asked);
  }

  /** The reply has come. */
  final void came() {
    patience.took(System.nanoTime() - Math.max(asked, until));
  }

  @Override
  public final long nanoTime() {
    return realTime() ? System.nanoTime() : Math.max(0, now);
  }

  @Override
  public final boolean takesTime() {
    return true;
  }

  @Override
  public final void impatient(int times) {
    patience.reduce(times);
  }

  @Override
  public final void patient() {
    patience.reduce(0);
  }

  @Override
  public final void discard() {
    close(); // the next scenario makes another
  }

  @Override
  public final long roundTrip() {
    return patience.usual();
  }
}
