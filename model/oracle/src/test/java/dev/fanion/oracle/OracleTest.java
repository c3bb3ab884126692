package dev.fanion.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OracleTest {
  private Oracle lamps;

  @BeforeEach
  void load(@TempDir Path folder) {
    lamps = TinySpec.lamps(folder);
  }

  @AfterEach
  void close() {
    lamps.close();
  }

  private int action(String text) {
    return TinySpec.action(lamps, text);
  }

  @Test
  void thereIsAnActionForEachBindingOfTheParameters() {
    assertEquals(Set.of("Turn(a, true)", "Turn(a, false)", "Turn(b, true)", "Turn(b, false)", "Fail"),
        lamps.actions().stream().map(Action::toString).collect(java.util.stream.Collectors.toSet()));
    assertEquals(5, lamps.actions().size());
  }

  @Test
  void actionsCarryTheirNameAndArguments() {
    Action turn = lamps.actions().get(action("Turn(b, true)"));
    assertEquals("Turn", turn.name());
    assertEquals(List.of("b", true), turn.arguments());
    assertEquals("b", turn.text(0));
    assertEquals(List.of(), lamps.actions().get(action("Fail")).arguments());
  }

  @Test
  void anActionsIndexIsItsPlace() {
    for (int i = 0; i < lamps.actions().size(); i++) {
      assertEquals(i, lamps.actions().get(i).index());
    }
  }

  @Test
  void valuesComeAsJavasOwn() {
    int state = TinySpec.after(lamps, "Turn(b, true)", "Turn(a, true)");
    assertEquals("a", lamps.value(state, "last"));
    assertEquals(true, lamps.value(state, "power"));
    assertEquals(List.of("b", "a"), lamps.value(state, "history"));
    assertEquals(Set.of("a", "b"), lamps.value(state, "lit"));
    assertEquals(Map.of("a", 1, "b", 1), lamps.value(state, "uses"));
  }

  @Test
  void emptyCollectionsKeepTheirKind() {
    int state = lamps.initial()[0];
    assertEquals(Set.of(), lamps.value(state, "lit"));
    assertEquals(List.of(), lamps.value(state, "history"));
  }

  @Test
  void operatorsAreAppliedToEveryKindOfArgument() {
    int state = TinySpec.after(lamps, "Turn(b, true)");
    assertEquals(true, lamps.apply(state, "Powered"));
    assertEquals(Set.of("a"), lamps.apply(state, "Others", "b"));
    assertEquals(true, lamps.apply(state, "Longer", 0));
    assertEquals(false, lamps.apply(state, "Longer", 1));
    assertEquals(true, lamps.apply(state, "AreLit", Set.of("b")));
    assertEquals(true, lamps.apply(state, "AreLit", Set.of()));
    assertEquals(false, lamps.apply(state, "AreLit", Set.of("a", "b")));
  }

  @Test
  void anActionThatIsNotEnabledHasNoSuccessor() {
    int dark = TinySpec.after(lamps, "Fail");
    for (Action action : lamps.actions()) {
      assertFalse(lamps.enabled(dark, action.index()), action::toString);
      assertEquals(0, lamps.successors(dark, action.index()).length, action::toString);
    }
    assertTrue(lamps.enabled(lamps.initial()[0], action("Fail")));
  }

  @Test
  void aStateKeepsItsNumberHoweverItIsReached() {
    int dark = TinySpec.after(lamps, "Fail");
    int lit = TinySpec.after(lamps, "Turn(a, true)");
    assertNotEquals(dark, lit);
    assertEquals(dark, TinySpec.after(lamps, "Fail"));
    assertNotEquals(dark, TinySpec.after(lamps, "Turn(a, true)", "Turn(a, false)", "Fail"));
  }

  @Test
  void whatWasOnceComputedIsNotComputedAgain() {
    int state = lamps.initial()[0];
    int[] first = lamps.successors(state, action("Turn(a, true)"));
    int seen = lamps.seen();
    assertArrayEquals(first, lamps.successors(state, action("Turn(a, true)")));
    assertEquals(seen, lamps.seen());
  }

  @Test
  void severalSuccessorsOfOneActionAreKeptTogether(@TempDir Path folder) {
    try (Oracle parcel = TinySpec.parcel(folder)) {
      int road = TinySpec.after(parcel, "Send");
      int[] first = parcel.successors(road, TinySpec.action(parcel, "Roll"));
      int[] again = parcel.successors(road, TinySpec.action(parcel, "Roll"));
      assertEquals(2, first.length);
      assertArrayEquals(first, again);
    }
  }

  @Test
  void initialStatesAreTheCallersToChange() {
    lamps.initial()[0] = -7;
    assertEquals(0, lamps.initial()[0]);
  }

  @Test
  void aStateIsDescribedByItsVariables() {
    assertTrue(lamps.describe(lamps.initial()[0]).contains("last = \"none\""), lamps.describe(0));
  }

  @Test
  void itKnowsWhichOperatorsThereAre() {
    assertTrue(lamps.defines("AreLit"));
    assertFalse(lamps.defines("AreDark"));
  }

  @Test
  void aSearchSeesEveryStateThatItCounts() {
    Search search = Search.of(lamps);
    assertEquals(search.distinct(), lamps.seen());
  }
}
