package dev.fanion.interleavings;

import dev.fanion.interleavings.Scenario.Broken;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All scenarios. They are lambdas, not method references: Lincheck instruments a class when instrumented code first creates an
 * object of the class or calls its static methods, and the code behind a method reference is not instrumented.
 */
final class ScenarioList {
  static final List<Scenario> ALL = List.of(
      flags("one setter, wait and sleep", "a wake-up lost in the gap before the sleep",
          () -> ShippedFlags.oneSetter(), form -> SmallFlags.setters(1, 1, 0, form),
          sleepsOn(watch -> new BrokenLoops.LooksThenSleeps(watch)), sleepsOn(watch -> new BrokenLoops.TestsThenRegisters(watch)),
          sleepsOn(watch -> new BrokenLoops.WakesBeforeStore(watch))),
      flags("two setters, one flag", "a setter that hides behind a slower one",
          () -> ShippedFlags.twoSetters(), form -> SmallFlags.setters(2, 1, 0, form),
          sleepsOn(watch -> new BrokenLoops.ClaimsWake(watch)), sleepsOn(watch -> new BrokenLoops.SkipsWake(watch)),
          sleepsOn(watch -> new BrokenLoops.QueuesOnChange(watch)), sleepsOn(watch -> new BrokenLoops.StopsAtHint(watch))),
      flags("two flags, two tasks", "a hint lowered after the look below it",
          () -> ShippedFlags.twoFlags(), form -> SmallFlags.setters(1, 2, 0, form),
          sleepsOn(watch -> new BrokenLoops.LowersAfterLook(watch))),
      flags("set against consume", "a reset by a read and then a write",
          () -> ShippedFlags.setAgainstConsume(), form -> SmallFlags.setters(1, 2, 1, form),
          sleepsOn(watch -> new BrokenLoops.ReadsThenWrites(watch))),
      flags("sets that coalesce", "the payload of a coalesced set lost",
          () -> ShippedFlags.coalescingSets(), form -> SmallFlags.setters(1, 3, 0, form),
          sleepsOn(watch -> new BrokenLoops.ReceivesThenConsumes(watch))),
      flags("a setter stopped for ever in its wake-up", "a wake-up claimed or left to another",
          () -> ShippedFlags.stoppedSetter(), form -> SmallFlags.stoppedSetter(form),
          sleepsOn(watch -> new BrokenLoops.ClaimsWake(watch)), sleepsOn(watch -> new BrokenLoops.SkipsWake(watch)),
          sleepsOn(watch -> new BrokenLoops.QueuesOnChange(watch)), sleepsOn(watch -> new BrokenLoops.StopsAtHint(watch))),
      flags("set against clear", "a clear that takes back more than a signal; a flag queued twice",
          () -> ShippedFlags.setAgainstClear(), form -> SmallFlags.clear(form),
          new Form(watch -> new BrokenLoops.ClearsTheHint(watch), Exploration.HUNG),
          new Form(watch -> new BrokenLoops.QueuesOnChange(watch), SmallLoop.SCHEDULED_TWICE)),
      flags("set against cancel", "a cancelled wait that consumes",
          () -> ShippedFlags.setAgainstCancel(), form -> SmallFlags.endedOtherwise(0, form),
          sleepsOn(watch -> new BrokenLoops.ConsumesOnLeaving(watch))),
      flags("set against time limit", "a timed-out wait that consumes",
          () -> ShippedFlags.setAgainstLimit(), form -> SmallFlags.endedOtherwise(1, form),
          sleepsOn(watch -> new BrokenLoops.ConsumesOnLeaving(watch))),
      new Scenario("off-loop use of an event", "an event without a thread check",
          () -> ShippedEvent.offLoopUse(),
          () -> {
            new SmallEvent().explore();
            new SmallEvent().exploreTwoSets();
          },
          List.of(
              new Broken("Unguarded, one set", () -> new SmallEvent.Unguarded().explore(), SmallEvent.BLOCKED),
              new Broken("Unguarded, two sets", () -> new SmallEvent.Unguarded().exploreTwoSets(),
                  SmallEvent.SCHEDULED_TWICE))));

  private ScenarioList() {}

  private static Scenario flags(
      String name, String catches, Runnable shipped, Consumer<Function<Watch, SmallLoop>> scenario, Form... broken) {
    List<Broken> forms = Stream.of(broken)
        .map(form -> new Broken(form.name(), () -> scenario.accept(form.make()), form.symptom())).toList();
    return new Scenario(name, catches, shipped, () -> scenario.accept(watch -> new SmallLoop(watch)), forms);
  }

  private static Form sleepsOn(Function<Watch, SmallLoop> broken) {
    return new Form(broken, Watch.SLEEPS_ON);
  }

  private record Form(Function<Watch, SmallLoop> make, String symptom) {
    String name() {
      return make.apply(new Watch(0, 0)).getClass().getSimpleName();
    }
  }
}
