package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Dialogue;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One scenario as the suite holds it: asks what its chooser says, and checks each reply by its tracker. */
final class Conversation implements Dialogue {
  /** A request, the task that it was made to, and the reply; no reply: the conversation ended there. */
  record Exchange(String task, Request request, @Nullable Reply reply) {}

  /** How every conversation begins. */
  static final Reply FIRST = Reply.of(Begin.MAIN, "started");

  final Begin begin;
  final Tracker tracker;
  final List<Exchange> exchanges = new ArrayList<>();
  private final Chooser chooser;
  private final LongConsumer exercised;
  private Tracker.@Nullable Disagreement disagreement;
  private @Nullable Request pending;

  /**
   * @param exercised told the rules of each exchange that the spec explains
   * @param unseen internal actions; those that must have happened are taken out
   */
  Conversation(Model model, Adapter adapter, Chooser chooser, LongConsumer exercised, Set<Integer> unseen) {
    begin = model.begin;
    tracker = new Tracker(model, adapter::nanoTime, unseen);
    this.chooser = chooser;
    this.exercised = exercised;
  }

  @Override
  public @Nullable Request next(Reply reply) {
    Request request = pending;
    if (request == null) {
      if (!reply.equals(FIRST)) {
        disagreement = new Tracker.Disagreement(Set.of(FIRST), Rule.bits(Set.of("LOP-1")));
        return null;
      }
    } else {
      exchanges.add(new Exchange(tracker.task(), request, reply));
      disagreement = tracker.told(reply);
      if (disagreement != null) {
        return null;
      }
      exercised.accept(tracker.exercised());
      if (reply.over()) {
        pending = null;
        chooser.ended(reply);
        return null;
      }
    }
    pending = chooser.choose(tracker, reply);
    if (pending != null) {
      tracker.sent(pending);
    }
    return pending;
  }

  /** A reply that the spec does not allow, if there was one. */
  Tracker.@Nullable Disagreement disagreement() {
    return disagreement;
  }

  /** The adapter is in trouble: the request that got no reply is the last exchange. False where none was pending. */
  boolean brokenOff() {
    if (pending == null) {
      return false;
    }
    exchanges.add(new Exchange(tracker.task(), pending, null));
    return true;
  }
}
