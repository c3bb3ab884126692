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
 * Repeats a conversation: makes the requests to the tasks to which they were made, in the order of each task, and leaves out
 * what is not legal now. If the running task has no request left, the scenario is given up.
 */
final class ReplayPerTask implements Chooser {
  private final Map<String, Deque<Request>> requests = new HashMap<>();

  ReplayPerTask(List<Exchange> exchanges) {
    exchanges.forEach(e -> requests.computeIfAbsent(e.task(), task -> new ArrayDeque<>()).add(e.request()));
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    Deque<Request> own = requests.getOrDefault(reply.task(), new ArrayDeque<>());
    Request next = own.poll();
    while (next != null && !tracker.legal(next)) {
      next = own.poll();
    }
    return next;
  }
}
