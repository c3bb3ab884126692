package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Request.Kind;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.oracle.Action;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a request can go: an action of the spec. This class and {@link SpecModel} are the only ones that know the
 * names of the spec's actions.
 *
 * @param immediate how the operation ends, or null if it suspends its task
 * @param value the value of the reply; null if it has no value, or if only the implementation knows it
 */
record SpecCase(Action action, String task, Request request, @Nullable Result immediate, @Nullable Object value) {
  /** The case of a request that this action is. */
  static SpecCase of(Action a) {
    return switch (a.name()) {
      case "Spawn" -> immediate(a, Op.SPAWN, Kind.TASK, Result.OK);
      case "Cancel" -> immediate(a, Op.CANCEL, Kind.TASK, Result.OK);
      case "Yield" -> suspends(a, Op.YIELD, Kind.NOTHING);
      case "Sleep" -> suspends(a, Op.SLEEP, Kind.NOTHING);
      case "Hog" -> immediate(a, Op.HOG, Kind.NOTHING, Result.OK);
      case "Exit" -> a.text(0).equals(Cast.MAIN)
          ? immediate(a, Op.EXIT, Kind.NOTHING, Result.ENDED) : suspends(a, Op.EXIT, Kind.NOTHING);
      case "EventSet" -> immediate(a, Op.SET, Kind.EVENT, Result.OK);
      case "EventClear" -> immediate(a, Op.CLEAR, Kind.EVENT, Result.OK);
      case "EventIsSet" ->
          new SpecCase(a, a.text(0), Request.of(Op.IS_SET, Kind.EVENT, a.text(1)), Result.OK, a.arguments().get(2));
      case "EventUnsafeSet" -> immediate(a, Op.INTERRUPT, Kind.EVENT, Result.REFUSED);
      case "EventWaitReturns" -> immediate(a, Op.WAIT, Kind.EVENT, Result.WOKEN);
      case "EventWaitYields", "EventWaitBlocks", "EventWaitStarts" -> suspends(a, Op.WAIT, Kind.EVENT);
      case "FlagSet" -> immediate(a, Op.SET, Kind.FLAG, Result.OK);
      case "FlagClear" -> immediate(a, Op.CLEAR, Kind.FLAG, Result.OK);
      case "FlagInterrupt" -> immediate(a, Op.INTERRUPT, Kind.FLAG, Result.OK);
      case "FlagArm" -> immediate(a, Op.ARM, Kind.FLAG, Result.OK);
      case "FlagStorm" -> immediate(a, Op.STORM, Kind.FLAG, Result.OK);
      case "FlagWaitReturns" -> immediate(a, Op.WAIT, Kind.FLAG, Result.WOKEN);
      case "FlagWaitYields", "FlagWaitBlocks", "FlagWaitStarts" -> suspends(a, Op.WAIT, Kind.FLAG);
      case "FlagWaitRefused" -> immediate(a, Op.WAIT, Kind.FLAG, Result.REFUSED);
      default -> throw new IllegalStateException("the suite does not know the spec's action " + a);
    };
  }

  private static SpecCase suspends(Action a, Op op, Kind on) {
    return immediate(a, op, on, null);
  }

  private static SpecCase immediate(Action a, Op op, Kind on, @Nullable Result result) {
    Request request = Request.of(op, on, on == Kind.NOTHING ? "" : a.text(1));
    boolean limited = a.name().endsWith("Starts") || a.arguments().size() == 3 && Boolean.TRUE.equals(a.arguments().get(2));
    return new SpecCase(a, a.text(0), limited ? request.lasting(1) : request, result, null);
  }

  boolean suspends() {
    return immediate == null;
  }

  /** The reply to a request that does not suspend its task. */
  Reply reply() {
    return reply(value);
  }

  /**
   * The reply to this very request. How often a storm woke its task only the implementation knows: any number that a storm
   * of this size can have is right.
   *
   * @param given what the implementation replied, or null if it did not
   */
  Reply reply(Request asked, @Nullable Reply given) {
    if (asked.op() != Op.STORM) {
      return reply();
    }
    int most = asked.setters() * asked.sets() + 1;
    boolean possible = given != null && given.value() instanceof Integer wakes && wakes >= 1 && wakes <= most;
    return reply(possible ? given.value() : "a number from 1 to " + most);
  }

  private Reply reply(@Nullable Object answer) {
    return immediate == Result.ENDED ? Reply.ended()
        : answer == null ? Reply.of(task, immediate) : Reply.of(task, immediate, answer);
  }
}
