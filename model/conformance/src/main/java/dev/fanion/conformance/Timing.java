package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Op;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What the clock says of the limits, sleeps and armed interrupts of one conversation. Each belongs to a name: that of the task
 * that sleeps or waits, or that of the flag.
 *
 * <p>There are two bounds. Nothing may have ended before its time. And what ended long ago must have been noticed: the bound is
 * generous, for a machine with other work.
 */
final class Timing {
  /** Clocks of implementations are coarse: a limit may pass this much early. */
  private static final long SLACK = 1_000_000;

  /** By this long after its time, whatever was asked for has come. Also how late a reply may be that nothing holds up. */
  static final long GRACE = 400_000_000;

  /** So long that what should have come soon after its beginning has come for certain, in milliseconds. */
  static final int CERTAIN = 500;

  /** What a clock that counts in floating point may be wrong by. */
  private static final long ROUNDING = 10_000;

  /** More than any time of a conversation. */
  private static final long EVER = Long.MAX_VALUE / 4;

  private record Timer(Op op, long start, int millis) {
    long end() {
      return start + millis * 1_000_000L;
    }
  }

  private final LongSupplier clock;
  private final long slack;
  private final long grace;
  private final boolean hurried;
  private final Map<String, Timer> timers = new HashMap<>();
  private long moment;

  /** By the system's clock, which the implementation shares with the rest of the machine. */
  Timing(LongSupplier clock) {
    this(clock, false);
  }

  /**
   * By this clock.
   *
   * @param exact whether it is the implementation's own, and goes on only by what the conversation asks for
   */
  Timing(LongSupplier clock, boolean exact) {
    this(clock, exact ? ROUNDING : SLACK, exact ? ROUNDING : GRACE, true);
  }

  private Timing(LongSupplier clock, long slack, long grace, boolean hurried) {
    this.clock = clock;
    this.slack = slack;
    this.grace = grace;
    this.hurried = hurried;
    look();
  }

  /** By the clock of an adapter. */
  static Timing of(Adapter adapter) {
    return new Timing(adapter::nanoTime, adapter.hello().hasClock());
  }

  /** By a clock of which nothing is said if a reply is late: a machine may have had other work. */
  static Timing unhurried(LongSupplier clock) {
    return new Timing(clock, SLACK, GRACE, false);
  }

  /** By no clock: it is not known when something was said, so that each time may have come, and none has come for certain. */
  static Timing unknown() {
    return new Timing(() -> 0, EVER, EVER, false);
  }

  /** Whether a reply that has just come to a request of this time is so late that it has to be looked into. */
  boolean isLate(long asked) {
    return hurried && moment - asked > grace;
  }

  /** Whether the clock is the implementation's own. */
  boolean isExact() {
    return slack == ROUNDING;
  }

  /** How late a reply may be that nothing holds up. */
  long grace() {
    return grace;
  }

  /** A request is made, or a reply has come. What it takes to think about it is no time of the implementation. */
  void look() {
    moment = clock.getAsLong();
  }

  /** When the last request was made, or the last reply came. */
  long now() {
    return moment;
  }

  /** A limit, a sleep or the delay of an interrupt begins. */
  void begins(String name, Op op, int millis) {
    timers.put(name, new Timer(op, now(), millis));
  }

  /** The rule that is broken if nothing comes of it when the time of this name has come. */
  String rule(String name) {
    return switch (timers.get(name).op()) {
      case WAIT -> "CAN-5";
      case ARM -> "LOP-4";
      default -> "LOP-3";
    };
  }

  /** The task has replied: what it waited for is over. */
  void over(String name) {
    timers.remove(name);
  }

  boolean isEmpty() {
    return timers.isEmpty();
  }

  /** The longest of the times that are not over, in milliseconds; 0 if there are none. */
  int longest() {
    return timers.values().stream().mapToInt(Timer::millis).max().orElse(0);
  }

  Iterable<String> names() {
    return timers.keySet();
  }

  /** Whether the time of this name may have come by now. */
  boolean mayHaveEnded(String name) {
    Timer timer = timers.get(name);
    return timer == null || now() >= timer.end() - slack;
  }

  /** Whether the time of this name has begun and cannot have come. */
  boolean isPending(String name) {
    return !mayHaveEnded(name);
  }

  /** The moment at which the time of this name comes. */
  long end(String name) {
    Timer timer = timers.get(name);
    return timer == null ? Long.MAX_VALUE : timer.end();
  }

  /** The moment by which the time of this name has come for certain, even if the implementation is slow to see it. */
  long certainEnd(String name) {
    Timer timer = timers.get(name);
    return timer == null ? Long.MAX_VALUE : timer.end() + grace;
  }

  /** Whether something, but for one internal action, has yet to come in this state whose time had come for certain by then. */
  boolean isOverdue(SpecModel model, int state, int except, long moment) {
    for (int action : model.internal()) {
      String name = model.clockOf(action);
      if (name != null && action != except && moment > certainEnd(name) && model.oracle.enabled(state, action)) {
        return true;
      }
    }
    return false;
  }

  /** How much of the time of this name has passed, in words. */
  String passed(String name) {
    Timer timer = timers.get(name);
    return timer == null ? "" : String.format(Locale.ROOT, "after %.2f of %d ms", (now() - timer.start()) / 1e6, timer.millis());
  }
}
