package dev.fanion.bench;

import static dev.fanion.bench.Goal.atMost;
import static dev.fanion.bench.Goal.noBytes;
import static dev.fanion.bench.Goal.timesFaster;
import static dev.fanion.bench.Goal.timesFasterThanPeers;
import static dev.fanion.bench.Goal.within;
import static dev.fanion.bench.Goal.withinOfFloor;

import java.util.List;

/**
 * A row of the table.
 *
 * @param operation the key of the figures
 * @param label what was measured
 * @param unit the unit of the figures
 * @param goals what the reference must reach; may be empty
 */
record Row(String operation, String label, String unit, List<Goal> goals) {
  /** The limit for what must not depend on a number that grows by factors of 100. Caches make a difference smaller than this. */
  private static final double SAME = 3;

  private static final String WRITTEN = "if each hint is written";

  static final List<Row> ALL = List.of(
      row("resume/1", "resume, 1 waiter (with the setter's turn)", "ns"),
      row("resume/100", "resume of one of 100 waiters", "ns"),
      row("resume/10000", "resume of one of 10,000 waiters", "ns",
          atMost(10, "ns"), timesFasterThanPeers(3), timesFaster(200, SubjectKind.CPYTHON)),
      row("resume/10000/bytes", "… allocated", "B", noBytes()),
      row("resume/1000000", "resume of one of 1,000,000 waiters", "ns", atMost(60, "ns")),
      row("resume/1000000/bytes", "… allocated", "B", noBytes()),
      row("pingPong", "ping-pong round, two tasks, two events", "ns", atMost(50, "ns")),
      row("pingPong/bytes", "… allocated", "B", noBytes()),
      row("awaitSet", "wait() on a set event", "ns"),
      row("awaitSet/bytes", "… allocated", "B", noBytes()),
      row("setCall/1", "set(), the call alone, 1 waiter, p50", "ns"),
      row("setCall/100", "… 100 waiters", "ns", within(SAME, "setCall/100/one", "with 1, as cold")),
      row("setCall/10000", "… 10,000 waiters", "ns", within(SAME, "setCall/10000/one", "with 1, as cold")),
      row("setCall/1000000", "… 1,000,000 waiters", "ns", within(SAME, "setCall/1000000/one", "with 1, as cold")),
      row("setCall/1000000/one", "… 1 waiter, in a loop with 1,000,000 others", "ns"),
      row("cancel/1", "cancel of one of 1 waiter", "ns"),
      row("cancel/100", "cancel of one of 100 waiters", "ns", within(SAME, "cancel/1", "at 1")),
      row("cancel/10000", "cancel of one of 10,000 waiters", "ns", within(SAME, "cancel/1", "at 1")),
      row("cancel/1000000", "cancel of one of 1,000,000 waiters", "ns", within(SAME, "cancel/1000000/apart", "of 1, as cold")),
      row("cancel/1000000/apart", "… of 1 waiter, in a loop with 1,000,000 others", "ns"),
      row("footprint", "a blocked waiter without a state of its own", "B", atMost(64, "B")),
      row("flagSet/busy", "flag.set(), loop busy elsewhere", "ns",
          atMost(20, "ns"), within(0.7, "flagSet/busy/written", WRITTEN)),
      row("flagSet/busy/bytes", "… allocated", "B", noBytes()),
      row("flagSet/busy/written", "… if each hint is written, marked or not", "ns"),
      row("flagSet/spinning", "flag.set(), loop spins on the hints", "ns",
          atMost(60, "ns"), within(0.9, "flagSet/spinning/written", WRITTEN)),
      row("flagSet/spinning/bytes", "… allocated", "B", noBytes()),
      row("flagSet/spinning/written", "… if each hint is written, marked or not", "ns"),
      row("flagSet/two", "flag.set(), two setters of one flag, a set of either", "ns",
          within(3, "flagSet/busy", "one setter's"), within(0.4, "flagSet/two/written", WRITTEN)),
      row("flagSet/two/written", "… if each hint is written, marked or not", "ns"),
      row("flagSet/twoFlags", "flag.set(), two setters of a flag each, a set of either", "ns",
          within(2, "flagSet/busy", "one setter's")),
      row("flagSet/twoFlags/written", "… if each hint is written, marked or not", "ns"),
      row("flagSet/asleep", "flag.set() that wakes the loop, p50", "ns"),
      row("idle/1", "flag wake on the loop's thread, among 1 idle flag", "ns"),
      row("idle/1000", "… among 1,000", "ns", within(4, "idle/1", "among 1")),
      row("idle/100000", "… among 100,000", "ns", within(4, "idle/1", "among 1")),
      row("wake/p50", "wake of a sleeping loop by another thread, p50", "ns", withinOfFloor(1.3)),
      row("wake/p99", "… p99", "ns"),
      row("wake/max", "… max", "ns"),
      row("wake/1000/p50", "… p50 among 1,000 idle flags", "ns", within(1.5, "wake/p50", "among 1")),
      row("wake/100000/p50", "… p50 among 100,000 idle flags", "ns", within(1.5, "wake/p50", "among 1")),
      row("direct/PLATFORM", "direct form, a turn, platform threads", "ns", atMost(25_000, "ns")),
      row("direct/VIRTUAL", "direct form, a turn, virtual threads, run() on a platform thread", "ns", atMost(1_500, "ns")),
      row("direct/VIRTUAL_LOOP", "direct form, a turn, virtual threads, run() on one too", "ns", atMost(1_500, "ns")));

  private static Row row(String operation, String label, String unit, Goal... goals) {
    return new Row(operation, label, unit, List.of(goals));
  }
}
