package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What is expected to fail does not decide; what does so although it passes, and what nobody expected, does. */
class ExpectedTest {
  @TempDir private Path folder;

  private Expectations read(String toml) throws IOException {
    Path file = folder.resolve("expected.toml");
    Files.writeString(file, toml.replace(';', '\n'));
    return ExpectedFile.read(file);
  }

  /** A run in which EVT-1 and EVT-2 were exercised. */
  private Results run(RuleChoice choice, String toml, Finding... findings) throws IOException {
    Plan plan = Plan.of(Profile.asyncio()).telling(choice, read(toml));
    Results results = new Results(new Hello("tiny", "1", Set.of("event")), plan);
    results.exercised(Rule.bits(Set.of("EVT-1", "EVT-2")));
    for (Finding finding : findings) {
      results.failed(finding);
      results.add(finding);
    }
    return results;
  }

  private Results run(String toml, Finding... findings) throws IOException {
    return run(RuleChoice.ALL, toml, findings);
  }

  private static Finding finding(Finding.Kind kind, String first, String... others) {
    Exchange last = new Exchange("main", Request.of(Op.YIELD), Reply.of("main", Result.OK));
    return new Finding(kind, Rule.bits(Set.of(others)) | Rule.bits(Set.of(first)), Rule.bits(Set.of(first)), Cast.of(1, 1, 0),
        List.of(last), Set.of(), "", null);
  }

  private static Finding broken(String first, String... others) {
    return finding(Finding.Kind.BROKEN, first, others);
  }

  private static String text(Results results) {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      new Progress(new PrintStream(PrintStream.nullOutputStream()), false, out).found(results);
      new TextReport(results, out).print();
    }
    return text.toString();
  }

  private JsonNode json(Results results) throws IOException {
    Path file = folder.resolve("results.json");
    JsonReport.write(results, "5bec", file);
    return new ObjectMapper().readTree(file.toFile());
  }

  private Element junit(Results results) throws Exception {
    Path file = folder.resolve("junit.xml");
    JunitReport.write(results, file);
    Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    for (String kind : List.of("failure", "skipped")) {
      String count = suite.getAttribute(kind.equals("failure") ? "failures" : kind);
      assertEquals(String.valueOf(suite.getElementsByTagName(kind).getLength()), count, kind);
    }
    return suite;
  }

  private static void says(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), () -> "\"" + part + "\" is not in:\n" + text);
    }
  }

  @Test
  void aFindingThatWasExpectedIsReportedAndDoesNotDecide() throws Exception {
    Results results = run("[[expected]];rule = 'EVT-2';reason = 'issue 5'", broken("EVT-2", "EVT-1"));

    assertEquals(0, results.status());
    says(text(results), "1. BROKEN: EVT-2", "     expected: issue 5", "expected: EVT-2 fails (issue 5)",
        "NOTHING NEW (1 finding, expected) by the profile asyncio");
    assertFalse(text(results).contains("CONFORM"));
    assertEquals("issue 5", json(results).at("/findings/0/expected").textValue());
    assertEquals("fails", json(results).at("/expected/0/outcome").textValue());
    assertFalse(json(results).get("conforms").booleanValue());
    assertEquals("0", junit(results).getAttribute("failures"));
    says(Files.readString(folder.resolve("junit.xml")), "<skipped message=\"broken, expected: issue 5\"");
  }

  @Test
  void whatNobodyExpectedDecides() throws Exception {
    Results results = run("[[expected]];rule = 'EVT-2';reason = 'issue 5'", broken("EVT-2", "EVT-1"), broken("EVT-3", "EVT-2"));

    assertEquals(1, results.status());
    says(text(results), "DOES NOT CONFORM to the profile asyncio: 2 findings in 2 scenarios, of which 1 expected");
    assertEquals("2", junit(results).getAttribute("failures")); // EVT-3 first, and EVT-2 with it
    assertFalse(json(results).at("/findings/1").has("expected"));
  }

  @Test
  void whatIsExpectedToFailAndPassesDecidesUnlessItIsFlaky() throws Exception {
    Results results = run("[[expected]];rule = 'EVT-2';reason = 'issue 5'");
    Results flaky = run("[[expected]];rule = 'EVT-2';reason = 'issue 5';flaky = true");

    assertEquals(1, results.status());
    says(text(results), "expected: EVT-2 PASSES; delete it from ", "expected.toml:1, or write flaky",
        "NOT AS EXPECTED: EVT-2 passes");
    assertEquals("1", junit(results).getAttribute("failures"));
    says(Files.readString(folder.resolve("junit.xml")), "expected to fail, and passes: issue 5");
    assertEquals(0, flaky.status());
    says(text(flaky), "expected: EVT-2 passes this time (issue 5)", "CONFORMS to the profile asyncio");
    assertTrue(json(flaky).get("conforms").booleanValue());
  }

  /** It may be that the blame has moved: that is no news of the runtime. */
  @Test
  void whatIsInQuestionWithAnotherRuleDoesNotPass() throws Exception {
    String toml = "[[expected]];rule = 'EVT-2';reason = 'a';[[expected]];rule = 'EVT-1';reason = 'b'";
    Results results = run(toml, broken("EVT-2", "EVT-1"));

    assertEquals(0, results.status());
    says(text(results), "expected: EVT-1 is in question, but by findings");
  }

  @Test
  void aRuleThatWasNotTestedIsToldAndDoesNotDecide() throws Exception {
    Results results = run("[[expected]];rule = 'FLG-1';reason = 'no flags yet'");

    assertEquals(0, results.status());
    says(text(results), "expected: FLG-1 was not tested: the adapter does not declare flag (no flags yet)");
    assertEquals("not tested", json(results).at("/expected/0/outcome").textValue());
  }

  @Test
  void aRunThatWasCutShortDoesNotShowThatARulePasses() throws Exception {
    Results results = run("[[expected]];rule = 'EVT-2';reason = 'issue 5'");
    results.cutShort("the power went");
    Results failed = run("[[expected]];rule = 'EVT-2';reason = 'issue 5'", broken("EVT-2"));
    failed.error(new AdapterFailure(AdapterFailure.Kind.ERROR, "it said no"));

    assertEquals(2, results.status());
    says(text(results), "expected: EVT-2 has not failed so far", "CANNOT TELL");
    assertEquals(2, failed.status());
  }

  @Test
  void aFindingOfAnotherKindWasNotExpected() throws Exception {
    String toml = "[[expected]];rule = 'EVT-2';reason = 'it hangs';kind = 'hang'";

    assertEquals(0, run(toml, finding(Finding.Kind.HANG, "EVT-2")).status());
    assertEquals(1, run(toml, broken("EVT-2")).status());
    assertEquals(1, run(toml, broken("EVT-2"), finding(Finding.Kind.HANG, "EVT-2")).status());
    says(text(run(toml, broken("EVT-2"))), "expected: EVT-2 is in question");
  }

  @Test
  void onlyAndSkipLeaveOutFindingsThatNameAnotherRuleFirst() throws Exception {
    Results only = run(RuleChoice.of(List.of("evt-1*", "LOP-*"), List.of()), "", broken("EVT-2", "EVT-1"));
    Results skip = run(RuleChoice.of(List.of(), List.of("EVT-2")), "", broken("EVT-2"), broken("EVT-3"));

    assertEquals(0, only.status());
    assertEquals(List.of(), only.findings());
    says(text(only), "in question: EVT-1 [by a finding that names another rule first, which --only evt-1*,LOP-* leaves out",
        "NOTHING WRONG by the profile asyncio, among the rules of --only evt-1*,LOP-*; the others are not judged");
    assertFalse(text(only).contains("CONFORM"));
    assertFalse(json(only).get("conforms").booleanValue());
    assertEquals("LOP-*", json(only).at("/only/1").textValue());
    assertEquals("0", junit(only).getAttribute("failures"));
    assertEquals(1, skip.status());
    says(text(skip), "not chosen: EVT-2 [--skip EVT-2]", "DOES NOT CONFORM to the profile asyncio: 1 finding");
    assertEquals("not chosen", json(skip).at("/rules/1/verdict").textValue());
    assertEquals(1, json(skip).get("findings").size());
  }

  @Test
  void nothingWrongInARunOfSomeRulesIsNoConformance() throws Exception {
    Results only = run(RuleChoice.of(List.of("EVT-*"), List.of("EVT-2")), "[[expected]];rule = 'EVT-2';reason = 'a'");

    assertEquals(0, only.status());
    assertFalse(only.conforms());
    says(text(only), "expected: EVT-2 was not chosen (a)");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      [[expected]];rule = 'EVT-2'                                        | :1: no reason; write reason = "why EVT-2 fails
      ;[[expected]];rule = 'EVT-2';reason = ' '                          | :4: reason is " "; write reason
      [[expected]];reason = 'a'                                          | :1: no rule; write rule = "the id of a rule
      [[expected]];reason = 'a';rule = 'EVT2'                            | :3: no rule EVT2; did you mean EVT-2? ./fanion rules
      [[expected]];reason = 'a';rule = 'ABC-99'                          | :3: no rule ABC-99; ./fanion rules lists them
      [[expected]];reason = 'a';rule = 'EVT-2';flakey = true             | :4: unknown key 'flakey'; did you mean 'flaky'?
      [[expected]];reason = 'a';rule = 'EVT-2';flaky = 'yes'             | :4: flaky is "yes"; write flaky = true
      [[expected]];reason = 'a';rule = 'EVT-2';kind = 'broke'            | :4: unknown kind 'broke'; did you mean 'broken'?
      [[expect]];reason = 'a';rule = 'EVT-2'                             | : 'expect' at the top; write only [[expected]] tables
      [[expected]];reason = 'a                                           | :2: not TOML
      """)
  void aMistakeInTheFileIsNamedWithItsLine(String toml, String message) {
    String said = assertThrows(IllegalArgumentException.class, () -> read(toml)).getMessage();

    assertTrue(said.contains("expected.toml" + message), said);
  }

  @Test
  void twoEntriesForOneRuleAreRefused() {
    String toml = "[[expected]];rule='EVT-2';reason='a';;[[expected]];reason='b';rule='EVT-2'";

    says(assertThrows(IllegalArgumentException.class, () -> read(toml)).getMessage(),
        "expected.toml:7: a second entry for EVT-2, the first is in line 1; make one of them");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EVT2  | EVT-1 | no rule EVT2; did you mean EVT-2?
      XYZ-* | EVT-1 | no rule XYZ-*; ./fanion rules lists them
      EVT-1 | EVT-* | --only EVT-1 --skip EVT-* leaves no rule
      """)
  void aChoiceOfNothingIsRefused(String only, String skip, String message) {
    says(assertThrows(IllegalArgumentException.class, () -> RuleChoice.of(List.of(only), List.of(skip))).getMessage(), message);
  }

  /** With --fail-fast too: what was expected does not end the run. */
  @Test
  void aRunWithAnExpectedFailureGoesOn() throws Exception {
    Plan plan = new Plan(Profile.asyncio(), 1, 500, 1, true);
    Results found = judged(plan);
    assertEquals(1, found.status());
    String first = found.findings().get(0).ruleNames().get(0);
    Results known = judged(plan.telling(RuleChoice.ALL, read("[[expected]];rule = '" + first + "';reason = 'planted'")));

    assertTrue(known.phases().size() > found.phases().size(), () -> "it ended in " + known.phases());
    assertEquals(Expectations.Outcome.FAILS, known.outcome(known.plan.expected().entries().get(0)));
  }

  private static Results judged(Plan plan) throws Exception {
    ModelCache models = ModelCache.take();
    try {
      return InJvmPlantedAdapter.judged(Bug.IS_SET_CLEARS, Sides.ASYNCIO, PlantedLoop.Notice.TURN, plan, models);
    } finally {
      models.leave();
    }
  }
}
