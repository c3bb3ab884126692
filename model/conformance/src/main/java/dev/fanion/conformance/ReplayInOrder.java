package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Repeats a conversation: makes its requests in their order to whichever task runs, and leaves out what is not legal now. */
final class ReplayInOrder implements Chooser {
  private final Deque<Request> requests = new ArrayDeque<>();

  ReplayInOrder(List<Exchange> exchanges) {
    exchanges.forEach(e -> requests.add(e.request()));
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    Request next = requests.poll();
    while (next != null && (!tracker.legal(next) || next.op() == Op.EXIT && reply.task().equals(Cast.MAIN))) {
      next = requests.poll();
    }
    return next;
  }
}
