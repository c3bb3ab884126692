package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Asks what another chooser says, and notes what was said, and when. */
final class Heard implements Chooser {
  /**
   * A request.
   *
   * @param states the states that explained the conversation before it
   * @param sent when it was made, in nanoseconds
   * @param told when its reply came
   */
  record Said(Exchange exchange, int[] states, long sent, long told) {}

  private final Chooser chooser;
  private final LongSupplier clock;
  private final List<Said> all = new ArrayList<>();
  private @Nullable Said pending;

  Heard(Chooser chooser, LongSupplier clock) {
    this.chooser = chooser;
    this.clock = clock;
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    told(reply);
    Request next = chooser.choose(tracker, reply);
    if (next != null) {
      pending = new Said(new Exchange(tracker.task(), next, null), tracker.candidates(), clock.getAsLong(), 0);
    }
    return next;
  }

  @Override
  public void ended(Reply reply) {
    told(reply);
    chooser.ended(reply);
  }

  /** The last request has this reply; null if none came. */
  void told(@Nullable Reply reply) {
    if (pending != null) {
      Exchange asked = pending.exchange();
      all.add(new Said(new Exchange(asked.task(), asked.request(), reply), pending.states(), pending.sent(), clock.getAsLong()));
    }
    pending = null;
  }

  /** All that was said so far. */
  List<Said> all() {
    return all;
  }
}
