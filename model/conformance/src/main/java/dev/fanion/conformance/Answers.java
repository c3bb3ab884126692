package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.conformance.protocol.Wire;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells a mistake of the adapter from one of its runtime: an answer of a kind that the operation cannot have, and that no
 * runtime, whatever its mistakes, makes of it. A wake-up that comes late or twice may carry the result of an earlier operation
 * of the same task, so that such an answer is left to the spec; whatever is in doubt is.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Answers {
  /** No runtime refuses these, be it wrong or right. */
  private static final Set<Op> REFUSES_NEVER = EnumSet.of(Op.SPAWN, Op.CANCEL, Op.YIELD, Op.SLEEP, Op.HOG);

  private static final Set<Op> SUSPENDS = EnumSet.of(Op.WAIT, Op.YIELD, Op.SLEEP, Op.EXIT, Op.END, Op.STORM);

  /** The last request to each task of this conversation. */
  private final Map<String, Request> last = new HashMap<>();

  /** The results that earlier operations of a task may still bring: those of this conversation, and what others left alive. */
  private final Map<String, Set<Result>> late = new HashMap<>();

  /** Whether any wait of this run had a limit. */
  private boolean limited;

  private final boolean mayReport;

  /**
   * No answer has come yet.
   *
   * @param mayReport whether the adapter declares that it can report a deadlock
   */
  Answers(boolean mayReport) {
    this.mayReport = mayReport;
  }

  /** A new conversation begins. Tasks that the last one left alive may be woken in this one, by mistake; main ended it. */
  void begin() {
    late.clear();
    last.remove(Cast.MAIN);
    last.forEach(this::mayComeLate);
    last.clear();
  }

  private void mayComeLate(String task, Request request) {
    if (SUSPENDS.contains(request.op())) {
      late.computeIfAbsent(task, t -> EnumSet.noneOf(Result.class)).addAll(results(request));
    }
  }

  private void asked(String task, Request request) {
    Request earlier = last.put(task, request);
    if (earlier != null) {
      mayComeLate(task, earlier);
    }
    limited |= request.limited();
  }

  /**
   * What is wrong with the answer of an adapter, whatever its runtime is like.
   *
   * @param task the task that was asked
   * @return null if nothing is, or if the runtime may be the cause
   */
  @Nullable String mistake(String task, Request request, Reply reply) {
    asked(task, request);
    Request own = last.get(reply.task());
    if (reply.result() == Result.DEADLOCK && !mayReport) {
      return "the adapter reported a deadlock, and does not declare the feature \"deadlock\"";
    }
    if (reply.over() || own == null) {
      return null;
    }
    boolean itself = reply.task().equals(task);
    boolean wrong = results(own).contains(reply.result()) ? wrongValue(own, reply) : wrongKind(own, reply, itself);
    return wrong ? words(task, own, reply) : null;
  }

  private static boolean wrongValue(Request own, Reply reply) {
    return switch (own.op()) {
      case IS_SET -> !(reply.value() instanceof Boolean);
      case STORM -> !(reply.value() instanceof Integer);
      default -> reply.value() != null;
    };
  }

  private boolean wrongKind(Request own, Reply reply, boolean itself) {
    boolean stillRuns = itself && !SUSPENDS.contains(own.op());
    return switch (reply.result()) {
      case TIMEOUT -> !limited;
      case REFUSED -> REFUSES_NEVER.contains(own.op());
      case STARTED -> stillRuns;
      case OK, WOKEN -> own.op() != Op.EXIT && own.op() != Op.END
          && (stillRuns || !late.getOrDefault(reply.task(), Set.of()).contains(reply.result()));
      default -> false;
    };
  }

  /** The results that the operation can have, in a right runtime or a wrong one. */
  private static Set<Result> results(Request request) {
    return switch (request.op()) {
      case WAIT -> {
        EnumSet<Result> all = EnumSet.of(Result.WOKEN, Result.CANCELLED);
        if (request.limited()) {
          all.add(Result.TIMEOUT);
        }
        if (request.on() == Request.Kind.FLAG) {
          all.add(Result.REFUSED);
        }
        yield all;
      }
      case YIELD, SLEEP -> EnumSet.of(Result.OK, Result.CANCELLED);
      case INTERRUPT -> EnumSet.of(Result.OK, Result.REFUSED);
      case EXIT, END -> EnumSet.noneOf(Result.class);
      default -> EnumSet.of(Result.OK);
    };
  }

  private String words(String task, Request own, Reply reply) {
    String asked = reply.task().equals(task) ? deed(task, own)
        : reply.task() + ", whose last operation was " + own + ", spoke next";
    return "the adapter gave an answer that the operation cannot have: " + asked + ", and the answer was " + Wire.write(reply)
        + "; " + owed(reply.task(), own);
  }

  /** "t1 was asked to set e1, which never suspends". */
  static String deed(String task, Request request) {
    return task + " was asked to " + request + (neverSuspends(request) ? ", which never suspends" : "");
  }

  /** What the protocol asks for when this operation of the task has ended. */
  static String owed(String task, Request request) {
    String lines = results(request).stream().map(result -> Wire.write(switch (request.op()) {
      case IS_SET -> Reply.of(task, result, true);
      case STORM -> Reply.of(task, result, 1);
      default -> Reply.of(task, result);
    })).collect(Collectors.joining(" or "));
    String more = request.op() == Op.IS_SET ? ", true or false" : request.op() == Op.STORM ? ", the number of wakes" : "";
    return "the protocol asks " + task + " for " + (lines.isEmpty() ? Wire.write(Reply.ended()) : lines + more);
  }

  /** What a right answer to the operation can be, in words; "nothing" if none is owed. */
  static String kinds(String task, Request request) {
    return switch (request.op()) {
      case SPAWN -> "ok; the new task says started when it begins";
      case IS_SET -> "ok true, ok false";
      case INTERRUPT -> request.on() == Request.Kind.EVENT ? "refused, ok" : "ok";
      case STORM -> "ok and the number of wakes";
      case EXIT, END -> task.equals(Cast.MAIN) ? "ended" : "nothing: another task speaks";
      default -> results(request).stream().map(Result::wire).collect(Collectors.joining(", "));
    };
  }

  /** What the author of an adapter should know if another task speaks than the one that still runs; "" if that is not so. */
  static String overtaken(Exchange last) {
    boolean overtaken = neverSuspends(last.request()) && last.reply() != null && !last.reply().over()
        && !last.reply().task().equals(last.task());
    return overtaken ? deed(last.task(), last.request()) + "; " + owed(last.task(), last.request())
        + ", before another task runs (does the adapter give the loop a turn while it reads, or does the call run it?)" : "";
  }

  /** Whether the task that makes this request is the one that speaks next, in every right runtime. */
  static boolean neverSuspends(Request request) {
    return !SUSPENDS.contains(request.op());
  }
}
