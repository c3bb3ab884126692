package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Cast;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void numbersRepeatAndBracketsGroup() {
    assertEquals(List.of("yield", "yield", "set e1", "clear e1", "set e1", "clear e1", "sleep 5 ms", "wait f1, at most 20 ms"),
        Script.requests("2 yield; 2 (set e1; clear e1); sleep 5; wait f1 20").stream().map(Object::toString).toList());
  }

  @Test
  void aScriptFitsACastThatHasAllItNames() {
    Script script = Script.of("main: spawn t2; set e1 | t2: wait f2");
    assertTrue(script.fits(Cast.of(2, 1, 2)));
    assertFalse(script.fits(Cast.of(2, 1, 1)));
    assertFalse(script.fits(Cast.of(2, 0, 2)));
    assertFalse(script.fits(Cast.of(1, 1, 2)));
  }

  @Test
  void aScriptConcernsACastThatHasSomeOfItsObjects() {
    Script script = Script.of("main: spawn t2; set e1 | t2: wait f2");
    assertTrue(script.concerns(Cast.of(2, 1, 1)));
    assertTrue(script.concerns(Cast.of(2, 0, 2)));
    assertFalse(script.concerns(Cast.of(2, 0, 1)));
    assertFalse(script.concerns(Cast.of(1, 1, 2)));
    assertTrue(Script.of("main: sleep 3").concerns(Cast.of(0, 0, 0)));
  }

  @Test
  void anUnknownRequestIsRefused() {
    assertThrows(NoSuchElementException.class, () -> Script.of("main: jump"));
  }

  @Test
  void everyScriptOfTheSuiteFitsItsCast() {
    assertTrue(Scripts.crowds().stream().allMatch(script -> script.fits(Scripts.CROWD)));
    assertTrue(Stream.of(DataStructures.ofWaiters(), DataStructures.ofSignals(), DataStructures.ofTasks(),
            DataStructures.ofTimers(), DataStructures.ofNumbers(), DataStructures.ofTasksWithLimits())
        .flatMap(List::stream).allMatch(script -> script.fits(DataStructures.CAST)));
    assertTrue(DataStructures.ofObjects().stream().allMatch(script -> script.fits(Capacities.PAIRS)));
    assertTrue(Stream.of(Capacities.ofCancels(), Capacities.ofWakes(), Capacities.ofSetsBehindAWake(), Capacities.ofMoments(),
            Capacities.ofEverybody(), Capacities.ofTurns(), Capacities.ofQuiet(), Capacities.ofLongTimes())
        .flatMap(List::stream).allMatch(script -> script.fits(DataStructures.CAST)));
    assertTrue(Stream.of(Capacities.ofSets(), Capacities.ofArms()).flatMap(List::stream)
        .allMatch(script -> script.fits(Capacities.PAIRS)));
    assertTrue(Stream.of(Scripts.patient(), LimitRaces.all(), LimitRaces.late(), LimitRaces.lateAndCancelled(),
        Scripts.again(), Scripts.alone()).flatMap(List::stream).allMatch(script -> script.fits(Scripts.FEW)));
  }
}
