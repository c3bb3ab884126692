package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The summary for a CI: what it says, and that nothing an adapter says is read as Markdown. */
class MarkdownReportTest {
  private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?[^`]\\1(?!`)");
  private static final Pattern OURS = Pattern.compile("(?:#{2,3} |\\| |[✓✗?] )?[A-Za-z0-9 ,.:;|()-]*");

  /** What harms in Markdown, and not in HTML. */
  private static final String MARKS = "``` ```` `x`` [l](http://x) <img src=x> @all #1 | a | b";

  @TempDir private Path folder;

  private String summary(Results results) throws IOException {
    Path file = folder.resolve("summary.md");
    MarkdownReport.write(results, file);
    return Files.readString(file);
  }

  /** The lines that are neither code nor our own words; a block that never ends. */
  private static List<String> problems(String summary) {
    List<String> problems = new ArrayList<>();
    String fence = "";
    for (String line : summary.split("\n", -1)) {
      Matcher marks = Pattern.compile(" {0,3}(`{3,})([a-z]*)\\s*").matcher(line);
      if (!fence.isEmpty()) {
        boolean ends = marks.matches() && marks.group(2).isEmpty() && marks.group(1).length() >= fence.length();
        fence = ends ? "" : fence;
        if (!line.chars().allMatch(c -> c >= ' ' && c != 0x7f && c != '\u202e')) {
          problems.add("control character: " + line);
        }
      } else if (marks.matches()) {
        fence = marks.group(1);
      } else if (!OURS.matcher(CODE.matcher(line).replaceAll("")).matches()) {
        problems.add("not code: " + line);
      }
    }
    if (!fence.isEmpty()) {
      problems.add("open block");
    }
    return problems;
  }

  private static Results marked() {
    String said = MARKS + "\n````\n# " + MARKS;
    Results results = SamplePages.with(SamplePages.finding(Finding.Kind.CRASH, SamplePages.limit(), said));
    results.cutShort(MARKS);
    return results;
  }

  @Test
  void itSaysTheVerdictAndEachFinding() throws IOException {
    String summary = summary(SamplePages.with(SamplePages.finding(Finding.Kind.BROKEN, SamplePages.lostWake(), "")));

    assertEquals(List.of(), problems(summary));
    assertTrue(summary.startsWith("## Fanion: `tiny 1.0`\n\n✗ `DOES NOT CONFORM to the profile asyncio: 1 finding"), summary);
    assertTrue(summary.contains("\n| broken | EVT-2, LOP-1 |\n"), summary);
    assertTrue(summary.contains("\n### 1. BROKEN: EVT-2 (also LOP-1)\n\n```text\n     main started\n"), summary);
    assertTrue(summary.contains("     the spec allows: t1 woken\n"), summary);
    assertTrue(summary.contains("./fanion conform --adapter CMD --profile asyncio --seed 7 --tasks 1 --steps 500\n"), summary);
  }

  @Test
  void nothingThatAnAdapterSaysIsMarkdown() throws IOException {
    assertEquals(List.of(), problems(summary(SamplePages.harm())));
    String summary = summary(marked());
    assertEquals(List.of(), problems(summary));
    assertTrue(summary.contains("`````text\n") && summary.contains("\n     ``` ````"), summary);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "`", "``", "a`b", "`a", "a`", "a ``` b", "<img src=x>", "[l](http://x)", "\n# x", "\u001b[31m"})
  void anyWordsAreCodeOnOneLine(String words) {
    String code = MarkdownReport.code(words);

    assertTrue(CODE.matcher(code).matches(), code);
    assertEquals(1, code.split("\n", -1).length);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', textBlock = """
      `````text~```text~not code
      `````\\n\\nThe same~`\\n\\nThe same~open block
      ✗ `~✗ <b>~not code
      ### 1. ~### 1. [x](y)~not code
      main: spawn~main:\\u202espawn~control character
      """)
  void aSummaryWithAMistakeIsFound(String right, String wrong, String problem) throws IOException {
    String summary = summary(marked());
    String from = right.replace("\\n", "\n");
    String broken = summary.replace(from, wrong.replace("\\n", "\n").replace("\\u202e", "\u202e"));

    assertFalse(broken.equals(summary), from + " is not in " + summary);
    assertTrue(problems(broken).stream().anyMatch(each -> each.startsWith(problem)), () -> problems(broken) + " in " + broken);
  }

  @Test
  void manyFindingsMakeNoLongSummary() throws IOException {
    String summary = summary(SamplePages.many(1_000, 300));

    assertEquals(List.of(), problems(summary));
    assertEquals(MarkdownReport.MOST, summary.split("\n### ", -1).length - 1);
    assertTrue(summary.contains("\n990 more findings: see `index.html`.\n"), summary);
    assertTrue(summary.lines().count() < MarkdownReport.MOST * (MarkdownReport.MOST_LINES + 10), summary);
  }
}
