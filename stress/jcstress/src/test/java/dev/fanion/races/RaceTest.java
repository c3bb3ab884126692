package dev.fanion.races;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.StateCase;

/** The races are all there, and each can fail. Without annotation processing there would be none, and no error would say so. */
class RaceTest {
  private static final Pattern TAG = Pattern.compile("([A-Z]{3}-\\d+) type=test");

  private final List<Race> races = Race.all();

  @Test
  void everyRaceIsListed() {
    assertEquals(Race.SHIPPED, races.stream().filter(Race::isShipped).count());
    assertEquals(Race.BROKEN, races.stream().filter(race -> !race.isShipped()).count());
  }

  @Test
  void eachIsEitherShippedOrBroken() {
    for (Race race : races) {
      assertTrue((race.catches() == null) != (race.caughtBy() == null), race.label());
    }
  }

  @Test
  void eachTestOfTheShippedClassesHasABrokenForm() {
    for (List<Race> test : races.stream().collect(groupingBy(Race::test)).values()) {
      assertEquals(1, test.stream().filter(Race::isShipped).count(), test.get(0).test());
      assertTrue(test.size() > 1, test.get(0).test());
    }
  }

  @Test
  void shippedClassesHaveForbiddenOutcomesAndBrokenFormsInterestingOnes() {
    for (Race race : races) {
      assertEquals(race.isShipped(), has(race, Expect.FORBIDDEN), race.label());
      assertEquals(!race.isShipped(), has(race, Expect.ACCEPTABLE_INTERESTING), race.label());
    }
  }

  private static boolean has(Race race, Expect grade) {
    return race.info().cases().stream().anyMatch(outcome -> outcome.expect() == grade);
  }

  @Test
  void whatABrokenFormShowsIsForbiddenToTheShippedOne() {
    for (Race broken : races.stream().filter(race -> !race.isShipped() && !isOfItsOwnResult(race)).toList()) {
      Race shipped = races.stream().filter(race -> race.isShipped() && race.test().equals(broken.test())).toList().get(0);
      Collection<StateCase> allowed = shipped.info().cases().stream().filter(c -> c.expect() == Expect.ACCEPTABLE).toList();
      for (StateCase shown : broken.info().cases()) {
        if (shown.expect() == Expect.ACCEPTABLE_INTERESTING) {
          assertFalse(allowed.stream().anyMatch(c -> c.matchesExactly(shown.matchPattern())), broken.label());
        }
      }
    }
  }

  /** Two of the tests have a result for each setter and for the loop. Their broken forms have one for each setter only. */
  private static boolean isOfItsOwnResult(Race race) {
    return race.test().equals("TwoSetters") || race.test().equals("TwoFlags");
  }

  @Test
  void onlyRacesMarkWhatRacesCatch() {
    for (Race race : races.stream().filter(race -> !race.isShipped()).toList()) {
      assertTrue(Set.of(Tool.JCSTRESS, Tool.STOPPED_SETTER).contains(race.caughtBy().value()), race.label());
    }
    for (CaughtElsewhere other : CaughtElsewhere.values()) {
      assertTrue(Set.of(Tool.LINCHECK, Tool.MEMORY_MODEL).contains(other.tool), other.name());
    }
  }

  @Test
  void theTagsOfAFileAreTheRulesOfItsTest() throws IOException {
    for (Race race : races.stream().filter(Race::isShipped).toList()) {
      String source = Files.readString(Path.of("src/main/java/dev/fanion", race.test() + ".java"));
      Set<String> tags = new TreeSet<>(TAG.matcher(source).results().map(MatchResult::group).map(RaceTest::rule).toList());
      assertEquals(new TreeSet<>(Arrays.asList(race.catches().rules())), tags, race.test());
    }
  }

  @Test
  void theHeadOfAFileSaysHowToRunItsTest() throws IOException {
    for (Race race : races) {
      String source = Files.readString(Path.of("src/main/java/dev/fanion", race.test() + ".java"));
      assertTrue(source.contains(" * To run it: ./fanion stress --race " + race.test() + "\n"), race.test());
    }
  }

  private static String rule(String tag) {
    return tag.substring(0, tag.indexOf(' '));
  }
}
