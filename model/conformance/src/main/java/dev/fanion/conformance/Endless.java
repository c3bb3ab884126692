package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;

/** Limits and sleeps that are meant not to pass: where time is real, nobody waits for them. */
final class Endless {
  /** No time that is meant to pass is longer than this, in milliseconds. */
  static final int MILLIS = 60_000;

  /** A limit that is meant not to pass, in milliseconds. */
  static final int HOUR = 60 * MILLIS;

  private Endless() {}

  /**
   * The same requests, but a conversation is given up before main suspends where only such a time might let it go on. What makes
   * conversations shorter gives main the requests of others.
   */
  static Chooser notWaitedFor(Chooser chooser) {
    boolean[] begun = {false};
    return chooser.through((tracker, request) -> {
      boolean endless = request.millis() > MILLIS;
      begun[0] |= endless;
      boolean waits = endless || begun[0] && request.op() == Op.WAIT && !request.limited();
      return waits && tracker.task().equals(Cast.MAIN) ? null : request;
    });
  }
}
