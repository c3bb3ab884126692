package dev.fanion.races;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Expect;

/**
 * A race accepts what the flag's algorithm allows, no more and no less. The results of a race may have more columns than the page
 * has, for a payload, say. The columns of the page come first. The further ones may forbid what the page allows.
 */
class OutcomesTest {
  private static final Path PAGE = Path.of("../../docs/outcomes.md");
  private static final Pattern HEADING = Pattern.compile("## (\\S+)");
  private static final Pattern COLUMNS = Pattern.compile("Columns: `([^`]+)`.*");
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\|.*");

  private final List<Race> tied =
      Race.all().stream().filter(race -> race.isShipped() && !race.catches().scenario().isEmpty()).toList();

  @Test
  void acceptedOutcomesAreThoseOfTheSpec() throws IOException {
    Map<String, Scenario> page = page();
    for (Race race : tied) {
      Scenario scenario = scenario(page, race);
      assertEquals(scenario.outcomes, firstColumns(race, Expect.ACCEPTABLE, scenario.columns), race.label());
    }
  }

  @Test
  void everyScenarioOfTheSpecIsRaced() throws IOException {
    assertEquals(page().keySet(), tied.stream().map(race -> race.catches().scenario()).collect(toCollection(TreeSet::new)));
  }

  @Test
  void aForbiddenOutcomeIsNotOneOfTheSpec() throws IOException {
    Map<String, Scenario> page = page();
    for (Race race : tied) {
      Scenario scenario = scenario(page, race);
      outcomes(race, Expect.FORBIDDEN).filter(outcome -> outcome.split(", ").length == scenario.columns)
          .forEach(outcome -> assertFalse(scenario.outcomes.contains(outcome), race.label() + " forbids " + outcome));
    }
  }

  private static Scenario scenario(Map<String, Scenario> page, Race race) {
    String name = race.catches().scenario();
    return requireNonNull(page.get(name), () -> PAGE + " has no scenario " + name + ", which " + race.label() + " names");
  }

  private static Set<String> firstColumns(Race race, Expect grade, int columns) {
    return outcomes(race, grade)
        .map(outcome -> String.join(", ", List.of(outcome.split(", ")).subList(0, columns)))
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> outcomes(Race race, Expect grade) {
    return race.info().cases().stream().filter(outcome -> outcome.expect() == grade).map(outcome -> outcome.matchPattern());
  }

  private static Map<String, Scenario> page() throws IOException {
    Map<String, Scenario> scenarios = new TreeMap<>();
    String heading = null;
    int columns = 0;
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      Matcher head = HEADING.matcher(line);
      Matcher names = COLUMNS.matcher(line);
      if (head.matches()) {
        heading = head.group(1);
      } else if (names.matches()) {
        columns = names.group(1).split(", ").length;
      } else if (row.matches()) {
        scenarios.computeIfAbsent(heading, unused -> new Scenario(new TreeSet<>())).outcomes.add(row.group(1));
        scenarios.get(heading).columns = columns;
      }
    }
    return scenarios;
  }

  /** A scenario of the page. */
  private static final class Scenario {
    private final Set<String> outcomes;
    private int columns;

    Scenario(Set<String> outcomes) {
      this.outcomes = outcomes;
    }
  }
}
