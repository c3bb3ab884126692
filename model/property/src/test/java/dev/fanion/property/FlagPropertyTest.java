package dev.fanion.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.CancelledException;
import dev.fanion.TimedOutException;
import dev.fanion.WaitException;
import dev.fanion.property.Waiters.Deed;
import dev.fanion.property.Waiters.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** A flag keeps its signal until a wait has returned, although any number of waits are cancelled or time out before. */
class FlagPropertyTest {
  private static final int ENOUGH = 3_000;

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Deed> deeds = Arbitraries.of(Deed.class);
    return Combinators.combine(deeds, Arbitraries.integers().between(0, 3)).as(Step::new).list().ofMaxSize(40);
  }

  @Property(tries = 1_000)
  @Tag("CAN-2") //= CAN-2 type=test
  @Tag("CAN-5") //= CAN-5 type=test
  @Tag("CAN-6") //= CAN-6 type=test
  @Tag("FLG-5") //= FLG-5 type=test
  void onlyClearAndTheReturnOfAWaitConsume(@ForAll("steps") List<Step> steps) {
    assertEquals(0, FlagWaits.after(steps, WaitException.class).seenOtherwise);
  }

  private boolean isFound(Class<? extends WaitException> consuming) {
    return steps().sampleStream().limit(ENOUGH).anyMatch(steps -> FlagWaits.after(steps, consuming).seenOtherwise > 0);
  }

  @Example
  void aCancellationOrATimeOutThatConsumesIsFound() {
    assertTrue(isFound(CancelledException.class));
    assertTrue(isFound(TimedOutException.class));
  }

  /** Without this the claim could hold since no signal is consumed, or since no wait ends in another way. */
  @Example
  void signalsAreConsumedAndKept() {
    List<FlagWaits> all = steps().sampleStream().limit(300).map(steps -> FlagWaits.after(steps, WaitException.class)).toList();
    assertTrue(all.stream().anyMatch(waits -> waits.consumed > 1));
    assertTrue(all.stream().anyMatch(waits -> waits.keptByAnEnding > 0));
  }
}
