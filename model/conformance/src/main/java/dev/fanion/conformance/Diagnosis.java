package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out why no state explains a reply, or a silence: what the spec allows instead, and which rules are broken. */
final class Diagnosis {
  /** If only the order was wrong, or the end came too early, the reply that was owed says more than the reply that came. */
  private static final long ORDER_OR_END = Rule.bits(Set.of("LOP-1", "LOP-5", "LOP-6"));

  /** That somebody ran who should not have, or did not run: what ended another task's wait before may have caused it. */
  private static final long OF_OTHERS = Rule.bits(Set.of("EVT-2", "EVT-7", "LOP-1", "LOP-2", "FLG-6"));

  /** That a task ran in another's place. */
  private static final long OF_ORDER = Rule.bits(Set.of("EVT-2", "LOP-1", "LOP-2", "CAN-1"));

  /** That a task was cancelled which nobody cancelled. */
  private static final long OF_CANCELS = Rule.bits(Set.of("CAN-1", "CAN-2", "CAN-5"));

  /** That a flag's waiter sleeps, or another than the waiter is taken for it. */
  private static final long OF_WAITERS = Rule.bits(Set.of("FLG-4", "LOP-4", "LOP-6", "FLG-6", "FLG-8", "FLG-10", "CAN-1"));

  private static final long DISTURBS_THE_WAITER = Rule.bits(Set.of("FLG-9"));

  /** That a task did not wait for its turn. */
  private static final long OF_TURNS = Rule.bits(Set.of("LOP-1", "LOP-2"));

  private static final long ONE_AT_A_TIME = Rule.bits(Set.of("LOP-1"));
  private static final long WOKEN_FOR_NOTHING = Rule.bits(Set.of("EVT-7"));
  private static final long WOKEN_AGAIN = Rule.bits(Set.of("EVT-10"));
  private static final long KEEPS_ITS_PLACE = Rule.bits(Set.of("CAN-3"));
  private static final long LEFT_BY_CANCEL = Rule.bits(Set.of("CAN-1"));
  private static final long LOST_BY_CANCEL = Rule.bits(Set.of("CAN-2"));
  private static final long LEFT_BY_LIMIT = Rule.bits(Set.of("CAN-5"));
  private static final long LEFT_ON_FLAG = Rule.bits(Set.of("FLG-10"));
  private static final long OUTNUMBERED = Rule.bits(Set.of("FLG-6"));
  private static final long SIGNAL_IS_LOST = Rule.bits(Set.of("FLG-4"));
  private static final long ENDS_TOO_SOON = Rule.bits(Set.of("LOP-6"));
  private static final long KEPT_FOR_NOBODY = Rule.bits(Set.of("FLG-7"));
  private static final long CLEARS_TOO_MUCH = Rule.bits(Set.of("FLG-8"));

  private final SpecModel model;
  private final String task;
  private final Request request;
  private final @Nullable Reply reply;
  private final Set<Reply> allowed = new LinkedHashSet<>();
  private long asked;
  private long awaited;
  private long unexpected;
  private long foremost;

  /**
   * A diagnosis of one exchange.
   *
   * @param task the task that was asked
   * @param reply what came back, or null if nothing did
   */
  Diagnosis(SpecModel model, String task, Request request, @Nullable Reply reply) {
    this.model = model;
    this.task = task;
    this.request = request;
    this.reply = reply;
  }

  /**
   * The result.
   *
   * @param states every state that was possible when the request was made
   * @param traits the traits of all requests of the conversation
   * @param history what happened before
   */
  Disagreement of(int[] states, long traits, History history) {
    for (int state : states) {
      for (int action : model.actions(task, request)) {
        if (model.oracle.enabled(state, action)) {
          consider(state, action, history.last(task));
        }
      }
    }
    long broken = asked | ((unexpected & ~ORDER_OR_END) == 0 ? unexpected | awaited : unexpected);
    long suspects = model.suspects(states[0], broken | foremost);
    long inQuestion = Rule.inQuestion(suspects, traits);
    long rules = inQuestion == 0 ? suspects : inQuestion;
    long shown = foremost == 0 ? ofRequest(traits, history)
        : foremost == OUTNUMBERED ? history.ofReturn(reply.task(), traits, 0) : foremost;
    long first = first(shown, rules, traits, history);
    boolean outnumbers = reply == null || history.flagOf(reply.task()) != null && history.wouldOutnumber(reply.task());
    long named = first == OUTNUMBERED || outnumbers ? rules : rules & ~OUTNUMBERED;
    return new Disagreement(allowed, named | first, first, "", false);
  }

  /** The rule to name first, where what was shown comes of something before. */
  private long first(long shown, long rules, long traits, History history) {
    long twice = isAgain(shown) ? history.ofLastEnd(task) : 0;
    if (runsInside(Op.CANCEL) || runsInside(Op.SPAWN)) {
      return ONE_AT_A_TIME;
    } else if (history.hasRefused() && (shown & OF_WAITERS) != 0 && isOfAFlag(history)) {
      return DISTURBS_THE_WAITER;
    } else if (isOfCancellation(shown, history)) {
      return KEEPS_ITS_PLACE;
    } else if (twice != 0) {
      return twice;
    } else if (shown == WOKEN_FOR_NOTHING && reply != null && history.wasWokenByEvent(reply.task())) {
      return WOKEN_AGAIN;
    } else if (shown == ENDS_TOO_SOON && (traits & History.CLEARS_A_FLAG) != 0 && isOfAFlag(history)) {
      return CLEARS_TOO_MUCH;
    } else if (runsInside(Op.SET)) {
      return shown;
    } else if (shown == LEFT_BY_LIMIT && missesItsInterrupt(traits, history)) {
      return KEPT_FOR_NOBODY;
    } else if (shown == SIGNAL_IS_LOST && reply == null) {
      return ofLimit(losesWithACancellation(traits, history) ? LOST_BY_CANCEL : shown, rules, history);
    }
    return (shown & OF_OTHERS) == 0 ? shown : ofCause(shown, rules, history);
  }

  /** Whether a cancellation of a ready task has moved it, forward or back, or one cancellation has ended two operations. */
  private boolean isOfCancellation(long shown, History history) {
    boolean twice = (shown & OF_CANCELS) != 0 && came(Result.CANCELLED) && history.wasCancelled(reply.task());
    boolean forward = came(Result.CANCELLED) && history.wasReadyWhenCancelled(reply.task());
    boolean back = allowed.stream()
        .anyMatch(other -> other.result() == Result.CANCELLED && history.wasReadyWhenCancelled(other.task()));
    return twice || (shown & OF_ORDER) != 0 && reply != null && (forward || back);
  }

  /** Whether this call has run somebody else before it returned: nothing that came before is the cause. */
  private boolean runsInside(Op call) {
    return request.op() == call && reply != null && !reply.over() && !reply.task().equals(task);
  }

  /** Whether a waiter of a flag was woken, or is owed a turn; or nobody is. */
  private boolean isOfAFlag(History history) {
    Set<Reply> turns = new LinkedHashSet<>(allowed);
    if (reply != null) {
      turns.add(reply);
    }
    turns.removeIf(Reply::over);
    return turns.isEmpty() || turns.stream().map(Reply::task)
        .anyMatch(other -> other.equals(task) ? request.on() == Request.Kind.FLAG : history.flagOf(other) != null);
  }

  /** Whether a wait gets no signal that was there before, and no wait has ended without it but a cancelled one. */
  private boolean losesWithACancellation(long traits, History history) {
    return request.op() == Op.WAIT && !isArmed(traits) && history.has(Result.CANCELLED);
  }

  /** Whether the task that was asked waited in vain for what an armed interrupt owed it, and no wait has ended badly before. */
  private boolean missesItsInterrupt(long traits, History history) {
    return came(Result.TIMEOUT) && reply.task().equals(task) && request.on() == Request.Kind.FLAG && isArmed(traits)
        && !history.has(Result.TIMEOUT) && !history.has(Result.CANCELLED);
  }

  private static boolean isArmed(long traits) {
    return (traits & Request.of(Op.ARM, Request.Kind.FLAG, "").trait()) != 0;
  }

  /** Whether the task that was asked had another turn of its own, though somebody else was owed one. */
  private boolean isAgain(long shown) {
    return (shown & OF_TURNS) != 0 && came(Result.OK) && reply.task().equals(task);
  }

  private boolean came(Result result) {
    return reply != null && reply.result() == result;
  }

  /** The rule of an operation that does not suspend its task, or of one whose states differ in what is owed. */
  private long ofRequest(long traits, History history) {
    boolean looked = (traits & Request.of(Op.IS_SET, Request.Kind.EVENT, "").trait()) != 0;
    boolean flag = request.on() == Request.Kind.FLAG;
    return Rule.bits(Set.of(switch (request.op()) {
      case WAIT -> flag ? ofSignal(traits, history) : came(Result.TIMEOUT) ? "CAN-6" : looked ? "EVT-11" : "EVT-6";
      case SET -> flag ? "FLG-2" : "EVT-2";
      case CLEAR -> flag ? "FLG-8" : "EVT-5";
      case IS_SET -> "EVT-11";
      case CANCEL -> "CAN-1";
      case INTERRUPT -> flag ? "FLG-2" : "CTX-1";
      case ARM -> "FLG-2";
      case STORM -> "FLG-4";
      case EXIT, END -> "LOP-5";
      case YIELD, SLEEP, HOG -> "LOP-2";
      case SPAWN -> "LOP-1";
    }));
  }

  /**
   * The rule of a wait on a flag that ought to have been refused, or whose signal is gone: the likeliest cause is a wait that
   * ended without it before.
   */
  private String ofSignal(long traits, History history) {
    if (allowed.stream().anyMatch(other -> other.result() == Result.REFUSED)) {
      return "FLG-9";
    }
    return history.hasTimedOutOn(request.name()) ? "CAN-5" : history.has(Result.CANCELLED) ? "CAN-2"
        : came(Result.TIMEOUT) ? isArmed(traits) ? "FLG-7" : "CAN-6" : "FLG-3";
  }

  /**
   * The rule of a wait that ended before without a set, if there was one and it may have left something behind. In the shortest
   * conversation there is such a wait only if it is the cause.
   */
  private static long ofCause(long shown, long rules, History history) {
    if (history.has(Result.CANCELLED) && (rules & LEFT_BY_CANCEL) != 0) {
      return LEFT_BY_CANCEL;
    } else if (history.has(Result.CANCELLED) && (shown & OUTNUMBERED) != 0) {
      return LEFT_ON_FLAG;
    }
    return ofLimit(shown, rules, history);
  }

  private static long ofLimit(long shown, long rules, History history) {
    return history.has(Result.TIMEOUT) && (rules & LEFT_BY_LIMIT) != 0 ? LEFT_BY_LIMIT : shown;
  }

  private void consider(int state, int action, Result last) {
    SpecCase possible = model.caseOf(action);
    if (!possible.suspends()) {
      asked |= model.rules(state, action, last);
      allowed.add(possible.reply(request, reply));
      return;
    }
    for (int suspended : model.candidates().closure(model.oracle.successors(state, action), any -> true)) {
      await(suspended);
      if (foremost == 0 || foremost == ENDS_TOO_SOON) { // who is owed a turn says more
        long other = model.foremost(suspended, reply);
        foremost = other == 0 ? foremost : other;
      }
      unexpected |= reply == null ? 0 : model.unexpected(suspended, reply);
    }
  }

  private void await(int state) {
    for (String other : model.tasks()) {
      for (int resume : model.resumes(other)) {
        if (model.oracle.enabled(state, resume)) {
          allowed.add(Reply.of(other, model.result(resume)));
          awaited |= model.rules(state, resume);
        }
      }
    }
    if (model.reports(state)) {
      allowed.add(Reply.deadlock(model.live(state)));
      awaited |= model.rules(state, model.report());
    }
  }
}
