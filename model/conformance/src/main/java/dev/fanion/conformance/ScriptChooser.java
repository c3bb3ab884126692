package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks each task what a recorded conversation asked of it, in that order, and leaves out what is not legal now. When the
 * running task has nothing left to be asked, the scenario is given up.
 */
final class ScriptChooser implements Chooser {
  private final Map<String, Deque<Request>> script = new HashMap<>();

  ScriptChooser(List<Conversation.Exchange> exchanges) {
    exchanges.forEach(e -> script.computeIfAbsent(e.task(), task -> new ArrayDeque<>()).add(e.request()));
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    Deque<Request> requests = script.getOrDefault(reply.task(), new ArrayDeque<>());
    Request next = requests.poll();
    while (next != null && !tracker.legal(next)) {
      next = requests.poll();
    }
    return next;
  }
}
