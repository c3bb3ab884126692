package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What happened in a conversation, as far as it tells one rule from another: how operations ended, and who set which flag. */
final class History {
  /** The rule that the cancellation of a blocked task exercises. */
  private static final long OF_BLOCKED = Rule.bits(Set.of("CAN-1"));

  private final Set<Result> results = EnumSet.noneOf(Result.class);

  /** By task: the flag that it waits for. */
  private final Map<String, String> waits = new HashMap<>();

  private final Map<String, Integer> sets = new HashMap<>();

  /** The tasks of which an operation ended as cancelled. */
  private final Set<String> cancelled = new HashSet<>();

  /** The tasks that were ready when they were cancelled last, so that they keep their place. */
  private final Set<String> readyWhenCancelled = new HashSet<>();
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

  /** Takes note of a cancellation of a task, which exercises these rules. */
  void cancels(String task, long rules) {
    if ((rules & OF_BLOCKED) == 0) {
      readyWhenCancelled.add(task);
    } else {
      readyWhenCancelled.remove(task);
    }
  }

  /** Takes note of a reply that the spec explains. */
  void received(Reply reply) {
    results.add(reply.result());
    if (reply.result() == Result.CANCELLED) {
      cancelled.add(reply.task());
    }
    String flag = waits.remove(reply.task());
    if (flag != null && reply.result() == Result.WOKEN) {
      returns.merge(flag, 1, Integer::sum);
    }
  }

  /** Whether some operation before ended like this. */
  boolean has(Result result) {
    return results.contains(result);
  }

  /** Whether an operation of this task was cancelled before. */
  boolean wasCancelled(String task) {
    return cancelled.contains(task);
  }

  /** Whether this task was ready when it was cancelled last. */
  boolean wasReadyWhenCancelled(String task) {
    return readyWhenCancelled.contains(task);
  }

  /** Whether this task waits for a flag. */
  boolean waitsForFlag(String task) {
    return waits.containsKey(task);
  }

  /** Whether the waits for the flag of this task would have returned more often than the flag was set, if it returned now. */
  boolean wouldOutnumber(String task) {
    String flag = waits.get(task);
    return flag == null || returns.getOrDefault(flag, 0) >= sets.getOrDefault(flag, 0);
  }
}
