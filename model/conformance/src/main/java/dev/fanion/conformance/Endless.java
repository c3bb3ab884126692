package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import org.jspecify.annotations.Nullable;

/** Limits and sleeps that are meant not to pass: where time is real, nobody waits for them. */
final class Endless {
  /** No time that is meant to pass is longer than this, in milliseconds. */
  static final int MILLIS = 60_000;

  private Endless() {}

  /**
   * The same requests, but a conversation is given up before main suspends where only such a time might let it go on. What makes
   * conversations shorter gives main the requests of others.
   */
  static Chooser notWaitedFor(Chooser chooser) {
    return new Chooser() {
      private boolean begun;

      @Override
      public @Nullable Request choose(Tracker tracker, Reply reply) {
        Request request = chooser.choose(tracker, reply);
        boolean endless = request != null && request.millis() > MILLIS;
        begun |= endless;
        boolean waits = endless || request != null && request.op() == Op.WAIT && !request.limited() && begun;
        return waits && tracker.task().equals(Cast.MAIN) ? null : request;
      }

      @Override
      public void ended(Reply reply) {
        chooser.ended(reply);
      }
    };
  }
}
