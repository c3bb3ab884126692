package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The suite's side of one scenario: sends what its chooser says, and checks each reply by its tracker. */
final class Conversation implements Driver {
  /** How every conversation begins. */
  static final Reply FIRST = Reply.of(Cast.MAIN, Result.STARTED);

  final Cast cast;
  final Tracker tracker;
  final List<Exchange> exchanges = new ArrayList<>();
  private final Chooser chooser;
  private final LongConsumer exercised;
  private @Nullable Disagreement disagreement;

  /**
   * A conversation that has not begun.
   *
   * @param exercised gets the rules of each exchange that the spec explains
   * @param unseen internal actions; the conversation removes each that must have happened
   */
  Conversation(SpecModel model, Timing timing, Chooser chooser, LongConsumer exercised, Set<Integer> unseen) {
    cast = model.cast;
    tracker = new Tracker(model, timing, unseen);
    this.chooser = chooser;
    this.exercised = exercised;
  }

  @Override
  public @Nullable Request next(Reply reply) {
    Request request = tracker.pending();
    if (request == null) {
      if (!reply.equals(FIRST)) {
        disagreement = new Disagreement(Set.of(FIRST), Rule.bits(Set.of("LOP-1")));
        return null;
      }
    } else {
      exchanges.add(new Exchange(tracker.task(), request, reply));
      disagreement = tracker.received(reply);
      if (disagreement != null) {
        return null;
      }
      exercised.accept(tracker.exercised());
      if (reply.over()) {
        chooser.ended(reply);
        return null;
      }
    }
    Request next = chooser.choose(tracker, reply);
    if (next != null) {
      tracker.sent(next);
    }
    return next;
  }

  /** What the spec does not explain, if anything. */
  @Nullable Disagreement disagreement() {
    return disagreement;
  }

  /**
   * Ends the conversation since the adapter failed: the request without a proper reply becomes the last exchange.
   *
   * @param reply what came, or null
   * @return false if no request was without a reply
   */
  boolean brokenOff(@Nullable Reply reply) {
    Request request = tracker.pending();
    if (request == null) {
      return false;
    }
    exchanges.add(new Exchange(tracker.task(), request, reply));
    return true;
  }

  /** The conversation in words, one line for each exchange. */
  List<String> words() {
    return exchanges.stream().map(Exchange::toString).toList();
  }
}
