package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was frozen with a release stays: rules with their words, planted mistakes, parts of a run and scripts. */
class FrozenSetTest {
  private static final FrozenSet TODAY = Inventory.today("today");

  static List<String> numbers() {
    return Requirements.NUMBERS;
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void theSuiteHasAllThatWasFrozen(String number) throws IOException {
    List<String> problems = FrozenSet.read(Requirements.text(number)).brokenBy(TODAY);

    assertTrue(problems.isEmpty(), () -> String.join("\n", problems) + "\nOnly if no release has " + number
        + " yet, write it anew: ./fanion rules --freeze " + number);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aFileIsWrittenByTheCommandAlone(String number) throws IOException {
    FrozenSet set = FrozenSet.read(Requirements.text(number));

    assertEquals(number, set.number());
    assertEquals(set.text(), Requirements.text(number));
  }

  @Test
  void eachFileHasItsNumberInTheList() throws IOException {
    Path folder = SpecFiles.find().resolveSibling("model/conformance/src/main/resources/dev/fanion/conformance/requirements");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(Set.copyOf(Requirements.NUMBERS), files.map(file -> file.getFileName().toString().replaceFirst("\\.toml$", ""))
          .collect(Collectors.toSet()));
    }
  }

  /** What a set has that the suite does not have is gone from the suite. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      id = "EVT-1"             | id = "EVT-99"             | the rule EVT-99, which is gone; ids are for ever
      a new event is clear     | a new event is set        | EVT-1 as "a new event is set", not "a new event is clear"; put
      in any order among them  | in any order              | EVT-2 under WakeOrder=group as "set() wakes every blocked
      "WakeOrder=group" = "set | "WakeOrder=lifo" = "set   | EVT-2 under WakeOrder=lifo as "set() wakes
      "Yields=idle" = "set     | "Yields=never" = "set     | EVT-2 under Yields=idle as "", not "set() wakes
      "wakes two",             | "wakes three",            | under EVT-2 the planted mistake "wakes three", which is gone
      "first look",            | "second look",            | the part "second look", which is gone; keep it
      "WaitOnSet",             | "WaitOnClear",            | the variation point "WaitOnClear", which is gone
      """)
  void whatIsGoneIsFound(String right, String wrong, String problem) throws IOException {
    String broken = Older.first().text().replaceFirst(Pattern.quote(right), wrong);

    List<String> problems = FrozenSet.read(broken).brokenBy(TODAY);
    assertTrue(problems.stream().anyMatch(each -> each.startsWith("2026.1 has " + problem)), problems.toString());
  }

  @Test
  void aScriptThatIsGoneIsFound() throws IOException {
    String broken = Older.first().text().replace("scripts = \"\"\"\n", "scripts = \"\"\"\n00000000 ");

    assertEquals(List.of("2026.1 has the script \"00000000\", which is gone; keep it beside what replaces it"),
        FrozenSet.read(broken).brokenBy(TODAY));
  }

  @Test
  void aMistakeThatIsCalledByAnotherRuleIsGone() throws IOException {
    String text = Older.first().text();
    String moved = text.replace("  \"wakes two\",\n", "").replaceFirst("planted = \\[", "planted = [ \"wakes two\",");

    assertNotEquals(text, moved);
    assertEquals(List.of("2026.1 has under EVT-1 the planted mistake \"wakes two\", which is gone; keep it beside what replaces"
        + " it"), FrozenSet.read(moved).brokenBy(TODAY));
  }

  @Test
  void whatIsAddedLeavesASetAsItIs() {
    FrozenSet first = Older.first();
    FrozenSet older = new FrozenSet(Older.NUMBER, first.points().subList(1, 5), first.parts().subList(0, 3),
        String.join(" ", first.scriptNames().subList(0, 9)), first.rule().subList(0, 2));

    assertEquals(List.of(), older.brokenBy(first));
  }

  @Test
  void aScriptIsKnownByWhatItAsks() {
    String id = Script.of("main: spawn t1; 2 yield; set e1 | t1: wait e1 20").id();

    assertEquals(id, Script.of("t1: wait e1 20 | main: spawn t1; yield; yield; set e1").id());
    for (String other : List.of("main: spawn t1; 2 yield; set e1 | t1: wait e1 21",
        "main: spawn t1; 3 yield; set e1 | t1: wait e1 20",
        "main: spawn t1; 2 yield; set f1 | t1: wait e1 20", "main: spawn t1; 2 yield; set e1 | t2: wait e1 20",
        "main: spawn t1; 2 yield; set e1; wait e1 20")) {
      assertNotEquals(id, Script.of(other).id(), other);
    }
  }

  @Test
  void wordsWithQuotesAreReadAsTheyWereWritten() throws IOException {
    FrozenSet set = new FrozenSet("2026.9", List.of("a \"point\""), List.of("back\\slash"), "00 11",
        List.of(new FrozenSet.Entry("EVT-1", "\ttab", null, null)));

    FrozenSet read = FrozenSet.read(set.text());
    assertEquals(set.text(), read.text());
    assertEquals("a \"point\"", read.points().get(0));
    assertEquals("\ttab", read.rule().get(0).says());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "2026.0", "26.1", "2026.1.1", "../rules"})
  void aSetHasAYearAndANumber(String number) {
    StringWriter said = new StringWriter();

    String message = assertThrows(IllegalArgumentException.class, () -> Inventory.print(number, new PrintWriter(said)))
        .getMessage();
    assertTrue(message.endsWith("give the year and a number in it, such as 2026.1"), message);
    assertEquals("", said.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "2025.9", "../rules"})
  void anUnknownNumberIsRefusedWithThoseThatThereAre(String number) {
    String message = assertThrows(IllegalArgumentException.class, () -> Requirements.named(number)).getMessage();

    assertTrue(message.startsWith("no requirements " + number) && message.endsWith(" there are 2026.1"), message);
  }

  @Test
  void aRuleIsPrintedWithTheRequirementsThatHaveIt() {
    StringWriter said = new StringWriter();
    RuleList.print("EVT-2", new PrintWriter(said));

    assertTrue(said.toString().contains("\n        in requirements 2026.1\n"), said.toString());
    assertFalse(said.toString().contains("new:"), said.toString());
  }
}
