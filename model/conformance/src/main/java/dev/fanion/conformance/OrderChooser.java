package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks whoever runs what a recorded conversation asked, in its order, and leaves out what is not legal now. */
final class OrderChooser implements Chooser {
  private final Deque<Request> script = new ArrayDeque<>();

  OrderChooser(List<Conversation.Exchange> exchanges) {
    exchanges.forEach(e -> script.add(e.request()));
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    Request next = script.poll();
    while (next != null && (!tracker.legal(next) || next.op() == Op.EXIT && reply.task().equals(Begin.MAIN))) {
      next = script.poll();
    }
    return next;
  }
}
