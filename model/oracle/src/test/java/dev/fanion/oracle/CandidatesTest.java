package dev.fanion.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesTest {
  private static final IntPredicate ANY = action -> true;

  private Oracle parcel;
  private Candidates candidates;

  @BeforeEach
  void load(@TempDir Path folder) {
    parcel = TinySpec.parcel(folder);
    candidates = new Candidates(parcel, new int[] {action("Roll"), action("Lift"), action("Rest")});
  }

  @AfterEach
  void close() {
    parcel.close();
  }

  private int action(String text) {
    return TinySpec.action(parcel, text);
  }

  private int[] sent() {
    return candidates.after(parcel.initial(), action("Send"));
  }

  private Set<Object> places(int... states) {
    return Arrays.stream(states).mapToObj(state -> parcel.value(state, "at")).collect(Collectors.toSet());
  }

  @Test
  void theClosureFollowsInternalActionsToTheirEnd() {
    int[] closure = candidates.closure(sent(), ANY);
    assertEquals(Set.of("road", "depot", "ditch", "van"), places(closure));
    assertEquals(4, closure.length);
  }

  /** A closure of one internal step is too small. If it were enough, the test above would show nothing. */
  @Test
  void oneInternalStepIsNotTheClosure() {
    int[] oneStep = candidates.after(sent(), action("Roll"), action("Lift"), action("Rest"));
    assertEquals(Set.of("depot", "ditch"), places(oneStep));
    assertNotEquals(places(candidates.closure(sent(), ANY)), places(oneStep));
  }

  @Test
  void theClosureLeavesOutWhatCannotHaveHappened() {
    assertEquals(Set.of("road"), places(candidates.closure(sent(), action -> action != action("Roll"))));
    assertEquals(Set.of("road", "depot", "ditch"), places(candidates.closure(sent(), action -> action == action("Roll"))));
  }

  @Test
  void whatIsClosedAlreadyIsReturnedAsItIs() {
    int[] initial = parcel.initial();
    assertSame(initial, candidates.closure(initial, ANY));
    assertArrayEquals(new int[0], candidates.closure(new int[0], ANY));
  }

  @Test
  void theClosureDoesNotChangeWhatItIsGiven() {
    int[] given = sent();
    int[] copy = given.clone();
    candidates.closure(given, ANY);
    assertArrayEquals(copy, given);
  }

  @Test
  void afterKeepsEachSuccessorOnce() {
    int[] closure = candidates.closure(sent(), ANY);
    int[] home = candidates.after(closure, action("Return"));
    assertEquals(Set.of("home"), places(home));
    assertEquals(1, home.length);
  }

  @Test
  void afterAnObservationThatNothingExplainsNothingIsLeft() {
    assertEquals(0, candidates.after(parcel.initial(), action("Arrive")).length);
    assertEquals(0, candidates.after(sent(), action("Arrive")).length);
    assertEquals(Set.of("door"), places(candidates.after(candidates.closure(sent(), ANY), action("Arrive"))));
  }

  @Test
  void enabledMeansInEveryState() {
    int[] depotAndVan = candidates.closure(candidates.after(candidates.after(sent(), action("Roll")), action("Lift")), ANY);
    assertEquals(Set.of("depot", "van"), places(depotAndVan));
    assertTrue(candidates.alwaysEnabled(depotAndVan, action("Return")));
    assertFalse(candidates.alwaysEnabled(depotAndVan, action("Arrive")));
    assertFalse(candidates.alwaysEnabled(candidates.closure(sent(), ANY), action("Return")));
  }

  @Test
  void enabledMeansOneOfTheActionsWhicheverTheState() {
    int[] depotAndVan = candidates.closure(candidates.after(candidates.after(sent(), action("Roll")), action("Lift")), ANY);
    assertTrue(candidates.alwaysEnabled(depotAndVan, action("Lift"), action("Arrive")));
    assertFalse(candidates.alwaysEnabled(depotAndVan));
  }

  @Test
  void nothingIsEnabledWhereNothingIsPossible() {
    assertFalse(candidates.alwaysEnabled(new int[0], action("Send")));
  }

  @Test
  void theInternalActionsAreCopied() {
    int[] internal = {action("Roll")};
    Candidates own = new Candidates(parcel, internal);
    internal[0] = action("Send");
    assertEquals(Set.of("home"), places(own.closure(parcel.initial(), ANY)));
  }
}
