package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite finds nothing wrong with a runtime without a mistake, on whichever side it stands; and some mistakes on any. */
class PlantedSidesTest {
  /** A runtime without a mistake gives each step the same chance to be judged wrongly; the rest is left to real runtimes. */
  private static final long STEPS = 1_500;

  private final ModelCache models = ModelCache.take();

  private Results run(Sides sides, PlantedLoop.Notice notice) throws Wire.MalformedLine {
    return run(Bug.NONE, sides, notice, false);
  }

  private Results run(Bug bug, Sides sides, PlantedLoop.Notice notice, boolean failFast)
      throws Wire.MalformedLine {
    int tasks = sides.equals(Sides.ASYNCIO) ? Plan.TASKS : 1; // the walk is short, the random scenarios have five
    Plan plan = new Plan(Profile.asyncio(), tasks, STEPS, 1, failFast);
    return InJvmPlantedAdapter.judged(bug, sides, notice, plan, models);
  }

  /** What crowds can do in an open order fills the heap: the models are kept only as long as there is room. */
  @AfterEach
  void leave() {
    models.leave();
  }

  @ParameterizedTest
  @EnumSource(PlantedLoop.Notice.class)
  void theUnmutatedAdapterConformsWheneverItNoticesFlags(PlantedLoop.Notice notice) throws Wire.MalformedLine {
    Results results = run(Sides.ASYNCIO, notice);

    assertEquals(List.of(), results.findings());
    assertEquals(0, results.status(), () -> "" + results.cutShort());
    assertTrue(results.coverage().complete(), () -> results.coverage().toString());
  }

  /** Every sixth side, as a whole test is to take minutes; all of them with {@code -Dplanted=all}. */
  static Stream<PlantedRuntime.Side> sides() {
    return Arrays.stream(PlantedRuntime.Side.values()).filter(side -> PlantedTest.ALL || side.ordinal() % 6 == 0);
  }

  @ParameterizedTest
  @MethodSource("sides")
  void anotherSideOfAVariationPointIsToldFromAMistake(PlantedRuntime.Side side) throws Wire.MalformedLine {
    findsChoicesAlone(Sides.of(side));
  }

  /** Two sides at once; most are left to {@code -Dplanted=all}, since an open order takes a minute. */
  static Stream<String> pairs() {
    Stream<String> more = Stream.of("ANY_ORDER+CANCEL_QUEUED", "CANCEL_QUEUED+NEW_TASKS_LAST_FIRST", "ANY_ORDER+FLAG_WAIT_YIELDS",
        "ANY_ORDER+WOKEN_WAITER_PASSES", "CANCEL_QUEUED+YIELDS_IDLE");
    return Stream.concat(Stream.of("SIGNAL_HANDED+YIELDS_IDLE"), PlantedTest.ALL ? more : Stream.empty());
  }

  /** Each of these was called broken once: an experiment about one point took the side of the other for granted. */
  @ParameterizedTest
  @MethodSource("pairs")
  void twoSidesAtOnceAreToldFromAMistake(String sides) throws Wire.MalformedLine {
    findsChoicesAlone(Sides.parse(sides));
  }

  private void findsChoicesAlone(Sides sides) throws Wire.MalformedLine {
    Results results = run(sides, PlantedLoop.Notice.TURN);

    assertEquals(1, results.status());
    assertTrue(results.findings().stream().allMatch(f -> f.kind() == Finding.Kind.OTHER_SIDE), () -> "" + results.findings());
  }

  /** These mistakes need three waiters, so that only random conversations find them. */
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4})
  void aMistakeThatTakesThreeWaitersIsFoundFromAnySeed(long seed) throws Wire.MalformedLine {
    PlantedTest.findsAndNames(Bug.WAKES_TWO, Sides.ASYNCIO, seed, models);
    PlantedTest.findsAndNames(Bug.LOST_THIRD, Sides.ASYNCIO, seed, models);
  }

  /** Where whoever has yielded may be passed over it takes longest. */
  static Stream<PlantedRuntime.Side> orders() {
    Stream<PlantedRuntime.Side> idle = PlantedTest.ALL ? Stream.of(PlantedRuntime.Side.YIELDS_IDLE) : Stream.empty();
    return Stream.concat(Stream.of(PlantedRuntime.Side.GROUP, PlantedRuntime.Side.ANY_ORDER), idle);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void aLostTaskIsFoundInWhateverOrderTheOthersRun(PlantedRuntime.Side side) throws Wire.MalformedLine {
    PlantedTest.findsAndNames(Bug.LOST_THIRD, Sides.of(side), 1, models);
  }

  /** Seven tasks can run in many orders, or be cancelled in many; that is no reason to leave them out. */
  @ParameterizedTest
  @EnumSource(names = {"ANY_ORDER", "CANCEL_QUEUED", "WRAPPED"})
  void aMistakeThatTakesACrowdIsFoundInWhateverOrderItRuns(PlantedRuntime.Side side) throws Wire.MalformedLine {
    PlantedTest.findsAndNames(Bug.FOUR_EVENTS_WAITED, Sides.of(side), 1, models);
  }

  @ParameterizedTest
  @EnumSource(names = "INTERRUPT_DOES_NOT_WAKE_A_TIMED_SLEEP")
  void anInterruptThatIsLateIsFoundWhereWaitsAreWrapped(Bug bug) throws Wire.MalformedLine {
    PlantedTest.findsAndNames(bug, Sides.of(PlantedRuntime.Side.WRAPPED), 1, models);
  }

  @ParameterizedTest
  @EnumSource(names = "TIMERS_SIFTED_DOWN_ONLY")
  void aTimerThatIsLateIsFoundWhereOnlyAnIdleLoopLooksAtTimers(Bug bug) throws Wire.MalformedLine {
    PlantedTest.findsAndNames(bug, Sides.of(PlantedRuntime.Side.TIMERS_IDLE), 1, models);
  }

  @ParameterizedTest
  @EnumSource(names = {"TIMEOUT_CONSUMES", "TIMEOUT_LEAVES_WAITER"})
  void whatATimeoutLeavesOrTakesIsFoundWhereWaitsAreWrapped(Bug bug) throws Wire.MalformedLine {
    isFound(bug, PlantedRuntime.Side.WRAPPED);
  }

  /** What a flag must not do, it must not do on the other sides either. */
  @ParameterizedTest
  @EnumSource(names = {"FLAG_CANCEL_CONSUMES", "FLAG_CANCEL_LEAVES_WAITER", "FLAG_CLEAR_IGNORED", "FLAG_CLEAR_UNREGISTERS",
      "FLAG_LOST_WITH_NOBODY", "TIMEOUT_CONSUMES"})
  void aMistakeOfAFlagIsFoundWhereItsSignalIsHandedOver(Bug bug) throws Wire.MalformedLine {
    isFound(bug, PlantedRuntime.Side.SIGNAL_HANDED);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLAG_CANCEL_CONSUMES", "FLAG_CLEAR_IGNORED", "FLAG_COUNTS", "FLAG_LOST_WITH_NOBODY", "FLAG_NOT_CONSUMED",
      "TIMEOUT_CONSUMES"})
  void aMistakeOfAFlagIsFoundWhereAWaitOnASetFlagGivesATurn(Bug bug) throws Wire.MalformedLine {
    isFound(bug, PlantedRuntime.Side.FLAG_WAIT_YIELDS);
  }

  /** A task that is lost is missed also where whoever yields may be passed over for long. */
  @ParameterizedTest
  @EnumSource(names = {"WAKES_ONE", "LOST_THIRD", "CANCEL_IGNORED", "CLEAR_UNWAKES", "FLAGS_ONLY_WHEN_IDLE",
      "SLEEPS_ALTHOUGH_READY", "TIMEOUT_SKIPS_THE_NEXT"})
  void aLostTaskIsFoundWhereYieldsArePassedOver(Bug bug) throws Wire.MalformedLine {
    isFound(bug, PlantedRuntime.Side.YIELDS_IDLE);
  }

  private void isFound(Bug bug, PlantedRuntime.Side side) throws Wire.MalformedLine {
    Results results = run(bug, Sides.of(side), PlantedLoop.Notice.TURN, true);

    assertTrue(results.findings().stream().anyMatch(finding -> finding.kind() != Finding.Kind.OTHER_SIDE), bug.words());
  }
}
