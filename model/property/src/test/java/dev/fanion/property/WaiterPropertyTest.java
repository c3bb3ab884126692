package dev.fanion.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.property.Waiters.Deed;
import dev.fanion.property.Waiters.Ending;
import dev.fanion.property.Waiters.Step;
import dev.fanion.property.Waiters.Wait;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds of an event's waiters whatever is set, cleared, cancelled and timed out in between. */
class WaiterPropertyTest {
  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Deed> deeds = Arbitraries.of(Deed.class);
    return Combinators.combine(deeds, Arbitraries.integers().between(0, 6)).as(Step::new).list().ofMaxSize(40);
  }

  @Property(tries = 500)
  @Tag("CAN-1") //= CAN-1 type=test
  @Tag("CAN-5") //= CAN-5 type=test
  void everyWaitEndsOnceAndForItsOwnReason(@ForAll("steps") List<Step> steps) {
    Waiters after = Waiters.after(steps);
    assertEquals(after.begun(), after.ended.size(), "waits that ended");
    assertEquals(after.begun(), new HashSet<>(after.ended).size(), "each once");
    for (Wait wait : after.ended) {
      assertEquals(wait.cancelled, wait.ending == Ending.CANCELLED, "wait " + wait.number);
      assertTrue(wait.ending != Ending.TIMED_OUT || wait.limit > 0 && wait.ended - wait.began >= wait.limit,
          "wait " + wait.number + " timed out too early");
      assertTrue(wait.ending != Ending.WOKEN || wait.setsAfter > wait.setsBefore, "wait " + wait.number + " woke unset");
    }
  }

  @Property(tries = 500)
  @Tag("CAN-1") //= CAN-1 type=test
  void thoseThatAreWokenRunInTheOrderInWhichTheyBeganToWait(@ForAll("steps") List<Step> steps) {
    List<Integer> woken = Waiters.after(steps).woken(wait -> wait.number);
    assertEquals(woken.stream().sorted().toList(), woken);
  }

  @Property(tries = 500)
  @Tag("CAN-5") //= CAN-5 type=test
  void theEventIsAsItWasLastSetOrCleared(@ForAll("steps") List<Step> steps) {
    assertFalse(Waiters.after(steps).seenOtherwise);
  }

  /** The claims above are empty unless every ending comes about, and several waits end by one set. */
  @Example
  void everyEndingComesAbout() {
    Set<Ending> seen = new HashSet<>();
    int[] together = {0};
    steps().sampleStream().limit(200).map(Waiters::after).forEach(after -> {
      after.ended.forEach(wait -> seen.add(wait.ending));
      List<Long> times = after.woken(wait -> wait.ended);
      together[0] += times.size() > new HashSet<>(times).size() ? 1 : 0;
    });
    assertEquals(Set.of(Ending.values()), seen);
    assertTrue(together[0] > 0);
  }
}
