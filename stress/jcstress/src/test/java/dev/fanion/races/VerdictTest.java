package dev.fanion.races;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanion.stress.Row;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lane fails for each of its reasons, and for no other. */
class VerdictTest {
  private final List<Race> races = Race.all().stream().filter(race -> race.test().equals("SetVersusSleep")).toList();
  private final Race shipped = races.stream().filter(Race::isShipped).findFirst().orElseThrow();
  private final Race broken = races.stream().filter(race -> !race.isShipped()).findFirst().orElseThrow();
  private final Tally tally = new Tally();

  @BeforeEach
  void everythingIsFine() {
    for (Race race : races) {
      tally.of(race).samples = 10;
      tally.of(race).interesting = race.isShipped() ? 0 : 3;
    }
  }

  private String troubles() {
    return String.join("\n", verdict(Race.SHIPPED + Race.BROKEN).troubles());
  }

  private Verdict verdict(int listed) {
    return new Verdict(listed, races, tally, false);
  }

  private static List<Row> row(long bad, int caught) {
    String catches = "a wake-up lost between the last look and the sleep (LOP-4, FLG-4)";
    return List.of(new Row("SetVersusSleep", catches, 10, bad, caught, 3));
  }

  @Test
  void nothingIsWrong() {
    assertEquals("", troubles());
    assertEquals(row(0, 3), verdict(0).rows());
  }

  @Test
  void aBadOutcomeOfTheShippedClasses() {
    tally.of(shipped).bad = 1;
    assertEquals("SetVersusSleep.Shipped has had 1 bad outcomes: see the report.", troubles());
    assertEquals(row(1, 3), verdict(0).rows());
  }

  @Test
  void aRaceThatHasNotRun() {
    tally.of(shipped).samples = 0;
    assertEquals("SetVersusSleep.Shipped has not run to its end.", troubles());
  }

  @Test
  void aBrokenFormThatIsNotCaught() {
    tally.of(broken).interesting = 0;
    assertEquals(broken.label() + ", which is broken, was not caught in 10 samples.", troubles());
    assertEquals(row(0, 2), verdict(0).rows());
  }

  @Test
  void racesThatWereNotListed() {
    assertEquals(List.of("jcstress lists 4 races, and there are " + (Race.SHIPPED + Race.BROKEN)
        + ". Build them with annotation processing, -proc:full."), verdict(4).troubles());
  }
}
