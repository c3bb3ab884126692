package dev.fanion.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A point at which good runtimes differ, with its sides, the strictest first. The first side is asyncio's. The spec asserts that
 * it knows them.
 */
enum VariationPoint {
  WAKE_ORDER("WakeOrder", Side.FIFO, Side.GROUP, Side.BATCH, Side.ANY),
  WAIT_ON_SET("WaitOnSet", Side.IMMEDIATE, Side.BEHIND, Side.YIELDS),
  CANCEL_ON_SET("CancelOnSet", Side.WOKEN, Side.CANCELLED),
  LIMIT_ON_SET("LimitOnSet", Side.IGNORED, Side.KEPT),
  AFTER_WAKE("AfterWake", Side.RETURNS, Side.LIMITED, Side.PASSES),
  YIELDS("Yields", Side.TURNS, Side.IDLE),
  TIMERS("Timers", Side.ROUNDS, Side.IDLE),
  CANCEL_DELIVERY("CancelDelivery", Side.IMMEDIATE, Side.QUEUED),
  CANCEL_AFTER_SET("CancelAfterSet", Side.CANCELLED, Side.WOKEN),
  CANCEL_ON_YIELD("CancelOnYield", Side.CANCELLED, Side.OK),
  LIMITED_WAIT("LimitedWait", Side.DIRECT, Side.WRAPPED),
  SIGNAL_CONSUMED("SignalConsumed", Side.RETURNED, Side.HANDED),
  WAIT_ON_SET_FLAG("WaitOnSetFlag", Side.IMMEDIATE, Side.YIELDS),
  SECOND_FLAG_WAITER("SecondFlagWaiter", Side.REFUSED, Side.UNDEFINED),
  ON_DEADLOCK("OnDeadlock", Side.REPORTED, Side.IDLES),
  UNSAFE_SET("UnsafeSet", Side.REFUSED, Side.UNDEFINED);

  /** A side of a variation point. The docs of the spec's constants say what each means. */
  enum Side {
    FIFO, GROUP, BATCH, ANY, IMMEDIATE, BEHIND, YIELDS, IGNORED, KEPT, RETURNS, LIMITED, PASSES, TURNS, ROUNDS, IDLE, QUEUED,
    CANCELLED, WOKEN, DIRECT, WRAPPED, OK, RETURNED, HANDED, REFUSED, UNDEFINED, REPORTED, IDLES;

    private final String text = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
      return text;
    }
  }

  private final String constant;
  private final List<Side> sides;

  VariationPoint(String constant, Side... sides) {
    this.constant = constant;
    this.sides = List.of(sides);
  }

  /** The sides, first asyncio's. */
  List<Side> sides() {
    return sides;
  }

  /** The side of this name, if this point has it. */
  Optional<Side> side(String name) {
    return sides.stream().filter(side -> side.toString().equals(name)).findFirst();
  }

  /** The point of this name. */
  static Optional<VariationPoint> of(String constant) {
    return Arrays.stream(values()).filter(point -> point.constant.equals(constant)).findFirst();
  }

  /** The name of the spec's constant, of the option and of the member in reports. */
  @Override
  public String toString() {
    return constant;
  }
}
