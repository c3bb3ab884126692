package dev.fanion.schedules;

import static dev.fanion.schedules.Scenario.Broken.hangs;

import dev.fanion.LoopOptions;
import dev.fanion.schedules.Scenario.Broken;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** All scenarios. */
final class ScenarioList {
  static final List<Scenario> ALL = List.of(
      Scenario.of("one setter, wait and sleep", "a wake-up lost in the gap before the park (FLG-4, LOP-4)",
          () -> ShippedLoops.setters(1, 1, LoopOptions.defaults()),
          List.of(() -> ShippedLoops.setters(1, 1, new PermitParker().options()),
              () -> CutDownLoop.setters(1, 1, CutDownLoop::new)),
          hangs("a parker publishes its thread too late", parking(PermitParker.PublishesLate::new)),
          hangs("a parker gives the permit too late", parking(PermitParker.GivesLate::new)),
          hangs("a parker takes the permit back too early", parking(PermitParker.TakesEarly::new)),
          hangs("a parker drops an unpark", parking(PermitParker.DropsFirst::new)),
          hangs("the loop looks, then sleeps", cutDown(1, 1, Mistakes.LooksThenSleeps::new)),
          hangs("a wait tests, then registers", cutDown(1, 1, Mistakes.TestsThenRegisters::new)),
          hangs("a setter wakes, then stores", cutDown(1, 1, Mistakes.WakesBeforeStore::new)),
          new Broken("set() is taken for one step", ShippedLoops::claimsThatSetIsOneStep, ShippedLoops.CLAIM)),
      Scenario.of("two setters, one flag", "the payload of a coalesced set lost; a park taken for a signal (FLG-5, FLG-6)",
          () -> ShippedLoops.setters(2, 1, LoopOptions.defaults()),
          List.of(() -> CutDownLoop.setters(2, 1, CutDownLoop::new)),
          hangs("a consume reads, then writes", cutDown(2, 1, Mistakes.ReadsThenWrites::new)),
          new Broken("a park is taken for a signal", cutDown(2, 1, Mistakes.CountsEveryWake::new), Payloads.TOO_MANY_RETURNS)),
      Scenario.of("sets that coalesce", "a hint lowered after the look below it (FLG-4, LOP-3)",
          () -> ShippedLoops.setters(1, 3, LoopOptions.defaults()),
          List.of(() -> CutDownLoop.setters(1, 3, CutDownLoop::new), () -> CutDownLoop.staleHint(CutDownLoop::new)),
          hangs("the loop looks, then lowers the hint", () -> CutDownLoop.staleHint(Mistakes.LowersAfterLook::new))),
      Scenario.of("a setter stopped for ever in its wake-up", "a wake-up claimed or left to another (FLG-2, FLG-4)",
          ShippedLoops::stoppedSetter, List.of(() -> CutDownLoop.stoppedSetter(CutDownLoop::new)),
          hangs("a setter claims the wake-up", () -> CutDownLoop.stoppedSetter(Mistakes.ClaimsWake::new)),
          hangs("a setter skips the wake-up of a set flag", () -> CutDownLoop.stoppedSetter(Mistakes.SkipsWake::new)),
          hangs("a setter stops at a marked hint", () -> CutDownLoop.stoppedSetter(Mistakes.StopsAtHint::new))),
      Scenario.of("two flags, two tasks", "one of two set flags forgotten (FLG-4, LOP-3)",
          () -> ShippedLoops.twoFlags(LoopOptions.defaults()),
          List.of(() -> ShippedLoops.twoFlags(new PermitParker().options())),
          hangs("a parker gives the permit too late", () -> ShippedLoops.twoFlags(new PermitParker.GivesLate().options())),
          hangs("a parker takes the permit back too early",
              () -> ShippedLoops.twoFlags(new PermitParker.TakesEarly().options()))),
      Scenario.of("set against clear", "a clear that takes back more than a signal (FLG-8)",
          ShippedLoops::clear, List.of(() -> CutDownLoop.clear(CutDownLoop::new)),
          hangs("a clear takes back the hint", () -> CutDownLoop.clear(Mistakes.ClearsTheHint::new))),
      Scenario.of("set against cancel", "a cancelled wait that consumes (CAN-2)",
          ShippedLoops::cancelled, List.of(() -> CutDownLoop.cancelled(CutDownLoop::new)),
          hangs("a cancelled wait consumes", () -> CutDownLoop.cancelled(Mistakes.ConsumesOnLeaving::new))),
      Scenario.of("set against time limit", "a wake-up lost by a park with a limit (CAN-5, LOP-4)",
          () -> ShippedLoops.limited(LoopOptions.defaults()),
          List.of(() -> ShippedLoops.limited(new PermitParker().options())),
          hangs("a parker drops an unpark", () -> ShippedLoops.limited(new PermitParker.DropsFirst().options()))),
      Scenario.of("direct tasks", "a wake-up lost between a task's thread and the loop's (LOP-4)",
          () -> ShippedLoops.directTasks(LoopOptions.defaults()),
          List.of(() -> ShippedLoops.directTasks(new PermitParker().options()),
              () -> CutDownBaton.toAndFro(new CutDownBaton(), new CutDownBaton())),
          hangs("a parker drops an unpark", () -> ShippedLoops.directTasks(new PermitParker.DropsFirst().options())),
          hangs("a baton unparks, then stores", batons(CutDownBaton.UnparksFirst::new)),
          hangs("a baton is cleared before it is awaited", batons(CutDownBaton.ClearsFirst::new))),
      Scenario.of("interrupt of the loop's thread", "an interrupt swallowed by the park (LOP-4)",
          () -> ShippedLoops.interrupted(LoopOptions.defaults()),
          List.of(() -> ShippedLoops.interrupted(new PermitParker().options())),
          hangs("a parker swallows the interrupt",
              () -> ShippedLoops.interrupted(new PermitParker.SwallowsInterrupts().options()))),
      Scenario.of("a loop ends while setters run", "a set() that blocks (FLG-2, LOP-5)",
          () -> ShippedLoops.ends(LoopOptions.defaults()),
          List.of(() -> ShippedLoops.ends(new PermitParker().options())),
          hangs("a setter waits for the loop", () -> ShippedLoops.ends(new PermitParker.WaitsForTheLoop().options()))));

  private ScenarioList() {}

  private static Runnable parking(Supplier<PermitParker> parker) {
    return () -> ShippedLoops.setters(1, 1, parker.get().options());
  }

  private static Runnable cutDown(int setters, int payloadsEach, Function<Payloads, CutDownLoop> form) {
    return () -> CutDownLoop.setters(setters, payloadsEach, form);
  }

  private static Runnable batons(Supplier<CutDownBaton> form) {
    return () -> CutDownBaton.toAndFro(form.get(), form.get());
  }
}
