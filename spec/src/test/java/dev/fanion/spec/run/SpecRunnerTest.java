package dev.fanion.spec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanion.spec.Entry;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.SpecFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The runner gets right and wrong entries of a small spec, {@code src/test/spec}, all in one run and in two groups. Each test
 * looks at one result.
 */
class SpecRunnerTest {
  static final Path FIXTURE = Path.of("src", "test", "spec");

  private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
  private static Map<String, EntryResult> results = Map.of();
  private static List<String> filesBefore = List.of();

  @BeforeAll
  static void runAll() throws InterruptedException {
    filesBefore = SpecFiles.names(FIXTURE, "");
    List<Entry> entries = Manifest.load(FIXTURE).select(List.of("right", "wrong"));
    PrintStream out = new PrintStream(PRINTED, true, StandardCharsets.UTF_8);
    results = new SpecRunner(FIXTURE, out, false).run(entries).stream()
        .collect(Collectors.toMap(EntryResult::name, Function.identity()));
  }

  private static EntryResult result(String name) {
    return results.get(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "holds", "interrupts", "live", "invariant", "liveness", "action-property", "assumption", "deadlock"})
  void entriesThatComeOutAsTheManifestSaysPass(String name) {
    assertEquals(List.of(), result(name).problems());
    assertEquals(List.of(), result(name).details());
    assertTrue(result(name).ok());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      wrong-distinct           | distinct: expected 9, found 8
      wrong-generated          | generated: expected 27, found 28
      never-taken              | never taken: "Overflow"; cure the model, or list them in idle
      no-bindings              | never taken: "Interrupt"; cure the model, or list them in idle
      not-idle                 | action Reset is listed in idle but was taken 6 times
      does-not-hold            | expected: holds; found: fails 12 BelowLimit
      other-invariant          | expected: fails 12 WithinLimit; found: fails 12 BelowLimit
      unexpectedly-holds       | expected: fails 12 WithinLimit; found: holds
      unnamed-assumption       | expected: fails 10 LimitIsSmall; found: fails 10 ?
      config-error             | expected: fails 11 deadlock; found: config error 151
      parse-error              | expected: holds; found: parse error 150
      evaluation-error         | expected: holds; found: evaluation error 75
      evaluation-is-no-failure | expected: fails 13 NotANumber; found: evaluation error 75
      exit-0-with-error        | expected: holds; found: error, yet exit 0
      assert                   | expected: holds; found: assert 14
      """)
  void entriesThatComeOutOtherwiseFailForThatReasonAlone(String name, String problem) {
    assertEquals(List.of(problem), result(name).problems());
    assertFalse(result(name).ok());
  }

  @Test
  void anIdleActionThatDoesNotExistFailsAndTheMessageListsThoseThatDo() {
    String problem = result("idle-unknown").problems().get(0);
    assertTrue(problem.startsWith("idle lists Rset, which is no action here; the actions are Interrupt, "), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"symmetric", "constrained"})
  void livenessWhereTlcMayMissAViolationFails(String name) {
    assertTrue(result(name).problems().get(0).startsWith("liveness is checked under a symmetry or a constraint"));
  }

  @Test
  void actionsGoByTheirOperatorsNames() {
    List<String> names = result("interrupts").actions().keySet().stream()
        .map(name -> name.replaceFirst(":\\d+", ":LINE"))
        .toList();
    assertEquals(List.of("Interrupt", "Next:LINE", "Overflow", "Reset", "Rest", "Up"), names);
    assertEquals(12, result("interrupts").actions().get("Up"));
    assertEquals(0, result("interrupts").actions().get("Overflow"));
  }

  @Test
  void anUnexpectedViolationShowsTheErrorTrace() {
    assertTrue(result("does-not-hold").details().contains("Invariant BelowLimit is violated."));
    assertTrue(result("does-not-hold").details().contains("/\\ count = 3"));
  }

  @Test
  void aParseErrorShowsTheParsersWords() {
    assertTrue(result("parse-error").details().contains("Unknown operator: `undefinedName'."));
  }

  @Test
  void theTableEndsWithTheSum() {
    String printed = PRINTED.toString(StandardCharsets.UTF_8);
    assertTrue(printed.lines().anyMatch(line -> line.matches("ok +holds +holds +holds +8 +28 .*")), printed);
    assertTrue(printed.lines().anyMatch(line -> line.matches("FAIL +other-invariant +fails 12 WithinLimit .*")), printed);
    String sum = "9 of " + results.size() + " entries as expected; FAILED: wrong-distinct, ";
    assertTrue(printed.lines().anyMatch(line -> line.startsWith(sum)), printed);
  }

  /** An invariant of Counter is violated in both entries. Only one of them names this invariant. */
  @Test
  void aMutantThatAnotherPropertyCatchesIsNotCaught() {
    List<String> printed = PRINTED.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(printed.stream().anyMatch(line -> line.matches("Counter +1 +2")), printed.toString());
    assertEquals("1 of 2 mutants caught by the property named for them; NOT CAUGHT: other-invariant",
        printed.get(printed.size() - 1));
  }

  @Test
  void aRunWithoutATerminalDoesNotRewriteLines() {
    assertFalse(PRINTED.toString(StandardCharsets.UTF_8).contains("\r"));
  }

  @Test
  void nothingIsLeftInTheSpecsFolder() {
    assertEquals(filesBefore, SpecFiles.names(FIXTURE, ""));
  }

  @Test
  void aResultIsWrittenAsJson() {
    assertTrue(new ObjectMapper().valueToTree(result("holds")).get("ok").asBoolean());
    assertEquals("fails 12 BelowLimit", new ObjectMapper().valueToTree(result("invariant")).get("outcome").asText());
  }
}
