package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What happened in a conversation, as far as it tells one rule from another: how operations ended, and who set which flag. */
final class History {
  private final Set<Result> results = EnumSet.noneOf(Result.class);

  /** By task: the flag that it waits for. */
  private final Map<String, String> waits = new HashMap<>();

  private final Map<String, Integer> sets = new HashMap<>();
  private final Map<String, Integer> returns = new HashMap<>();

  /** Takes note of a request. */
  void sent(String task, Request request) {
    waits.remove(task);
    if (request.on() == Request.Kind.FLAG) {
      switch (request.op()) {
        case WAIT -> waits.put(task, request.name());
        case SET, INTERRUPT, ARM -> sets.merge(request.name(), 1, Integer::sum);
        case STORM -> sets.put(request.name(), Integer.MAX_VALUE);
        default -> { }
      }
    }
  }

  /** Takes note of a reply that the spec explains. */
  void received(Reply reply) {
    results.add(reply.result());
    String flag = waits.remove(reply.task());
    if (flag != null && reply.result() == Result.WOKEN) {
      returns.merge(flag, 1, Integer::sum);
    }
  }

  /** Whether some operation before ended like this. */
  boolean has(Result result) {
    return results.contains(result);
  }

  /** Whether the waits for the flag of this task would have returned more often than the flag was set, if it returned now. */
  boolean wouldOutnumber(String task) {
    String flag = waits.get(task);
    return flag == null || returns.getOrDefault(flag, 0) >= sets.getOrDefault(flag, 0);
  }
}
