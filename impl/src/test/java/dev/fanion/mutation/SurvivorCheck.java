package dev.fanion.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares what the mutation run has just reported with the list and with the page. Run by the profile only. */
class SurvivorCheck {
  private static final Path REPORT = Path.of("target/pit-reports/mutations.xml");
  private static final Path LIST = Path.of("src/test/mutation/survivors.toml");
  private static final Path PAGE = Path.of("../docs/tests.md");
  private static final Pattern SCORE = Pattern.compile("(?m)(?<=^<!-- mutation score -->\n).*$");

  private MutationReport report;
  private Survivors survivors;

  @BeforeEach
  void read() throws Exception {
    try (Reader xml = Files.newBufferedReader(REPORT)) {
      report = MutationReport.read(xml);
    }
    survivors = Survivors.read(Files.readString(LIST));
  }

  @Test
  void theSurvivorsAreThoseThatAreExplained() {
    String wrong = String.join("\n", survivors.disagreements(report));
    assertEquals("", wrong, "surviving mutants and " + LIST);
  }

  @Test
  void thePageTellsTheScore() throws Exception {
    int found = report.mutants() - survivors.count();
    String score = String.format(Locale.ROOT, "%d mutants; the tests find %d of them (%.1f %%), and %d are explained.",
        report.mutants(), found, 100.0 * found / report.mutants(), survivors.count());
    String page = Files.readString(PAGE);
    String right = SCORE.matcher(page).replaceFirst(Matcher.quoteReplacement(score));
    if (Boolean.getBoolean("mutation.write")) {
      Files.writeString(PAGE, right);
    } else {
      assertEquals(right, page, "docs/tests.md is out of date; -Dmutation.write=true writes it");
    }
    assertEquals(1, SCORE.matcher(right).results().count(), "docs/tests.md has one line for the score");
  }
}
