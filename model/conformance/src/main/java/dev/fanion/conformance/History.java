package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation, as far as it tells one rule from another: how operations ended, and who set which flag. */
final class History {
  /** The trait of a conversation in which some flag is cleared. */
  static final long CLEARS_A_FLAG = Request.of(Op.CLEAR, Request.Kind.FLAG, "").trait();

  /** The rule that the cancellation of a blocked task exercises. */
  private static final long OF_BLOCKED = Rule.bits(Set.of("CAN-1"));

  /** How an operation ended, and on what it was. */
  private record End(Result result, Request.Kind on) {}

  private final Set<Result> results = EnumSet.noneOf(Result.class);

  /** By task: what it was asked to do, and has not done. */
  private final Map<String, Request> asked = new HashMap<>();

  private final Map<String, Result> last = new HashMap<>();

  /** By task: how the last of its operations ended that may suspend. */
  private final Map<String, End> ends = new HashMap<>();

  private final Set<String> wokenByEvent = new HashSet<>();
  private final Map<String, Integer> sets = new HashMap<>();

  /** The tasks of which an operation ended as cancelled. */
  private final Set<String> cancelled = new HashSet<>();

  /** The tasks that were ready when they were cancelled last, so that they keep their place. */
  private final Set<String> readyWhenCancelled = new HashSet<>();
  private final Map<String, Integer> returns = new HashMap<>();

  /** Whether a wait on a flag was refused. */
  private boolean refused;

  /** The flags on which a wait has timed out. */
  private final Set<String> timedOut = new HashSet<>();

  /** Takes note of a request. */
  void sent(String task, Request request) {
    asked.put(task, request);
    if (request.on() == Request.Kind.FLAG) {
      switch (request.op()) {
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
    Request request = asked.remove(reply.task());
    last.put(reply.task(), reply.result());
    if (request != null && !Answers.neverSuspends(request)) {
      ends.put(reply.task(), new End(reply.result(), request.on()));
      if (reply.result() == Result.WOKEN && request.on() == Request.Kind.EVENT) {
        wokenByEvent.add(reply.task());
      }
    }
    if (isOnFlag(request) && reply.result() == Result.WOKEN) {
      returns.merge(request.name(), 1, Integer::sum);
    }
    refused |= isOnFlag(request) && reply.result() == Result.REFUSED;
    if (isOnFlag(request) && reply.result() == Result.TIMEOUT) {
      timedOut.add(request.name());
    }
  }

  private static boolean isOnFlag(@Nullable Request request) {
    return request != null && request.op() == Op.WAIT && request.on() == Request.Kind.FLAG;
  }

  /** How the operation of this task before the one that it was asked for ended; {@code started} if there was none. */
  Result last(String task) {
    return last.getOrDefault(task, Result.STARTED);
  }

  /** Whether an event has ended a wait of this task before. */
  boolean wasWokenByEvent(String task) {
    return wokenByEvent.contains(task);
  }

  /** The rule by which the end of the last suspension of this task must not give it another turn; 0 if there is no such rule. */
  long ofLastEnd(String task) {
    End end = ends.get(task);
    return end == null ? 0 : switch (end.result()) {
      case WOKEN -> Rule.bits(Set.of(end.on() == Request.Kind.FLAG ? "FLG-5" : "EVT-2"));
      case CANCELLED -> Rule.bits(Set.of(wasReadyWhenCancelled(task) ? "CAN-3" : "CAN-1"));
      case TIMEOUT -> Rule.bits(Set.of("CAN-5"));
      default -> 0;
    };
  }

  /** Whether some operation before ended like this. */
  boolean has(Result result) {
    return results.contains(result);
  }

  /** Whether a wait on this flag has timed out before. */
  boolean hasTimedOutOn(String flag) {
    return timedOut.contains(flag);
  }

  /** Whether a wait on a flag was refused before. */
  boolean hasRefused() {
    return refused;
  }

  /** The rule by which a cancelled sleep or yield, if that was the last suspension of this task, must end nothing else; or 0. */
  long ofCancelledSleep(String task) {
    End end = ends.get(task);
    return end != null && end.result() == Result.CANCELLED && end.on() == Request.Kind.NOTHING ? ofLastEnd(task) : 0;
  }

  /** Whether an operation of this task was cancelled before. */
  boolean wasCancelled(String task) {
    return cancelled.contains(task);
  }

  /** Whether this task was ready when it was cancelled last. */
  boolean wasReadyWhenCancelled(String task) {
    return readyWhenCancelled.contains(task);
  }

  /** The flag that this task waits for; null if it does not. */
  @Nullable String flagOf(String task) {
    Request request = asked.get(task);
    return isOnFlag(request) ? request.name() : null;
  }

  /**
   * The rule of a wait of this task on a flag that returned although the flag was not set.
   *
   * @param traits the traits of all requests of the conversation
   * @param coming how many of the sets had yet to come
   */
  long ofReturn(String task, long traits, int coming) {
    boolean cleared = (traits & CLEARS_A_FLAG) != 0;
    return Rule.bits(Set.of(wouldOutnumber(task, coming) ? "FLG-6" : cleared ? "FLG-8" : "FLG-5"));
  }

  /** Whether the waits for the flag of this task would have returned more often than the flag was set, if it returned now. */
  boolean wouldOutnumber(String task) {
    return wouldOutnumber(task, 0);
  }

  private boolean wouldOutnumber(String task, int coming) {
    String flag = flagOf(task);
    return flag == null || returns.getOrDefault(flag, 0) >= sets.getOrDefault(flag, 0) - coming;
  }
}
