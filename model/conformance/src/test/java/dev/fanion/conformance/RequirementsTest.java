package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Hello;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came after the requirements asked for is run last, is told in each report, and does not decide. */
class RequirementsTest {
  private static final ModelCache MODELS = new ModelCache();
  private static final Set<String> EVENT = Set.of("event", "cancel", "deadlock");
  private static final Requirements WITHOUT_EVT_2 = Older.withoutRule("EVT-2");

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    MODELS.close();
  }

  /** The first finding that decides ends a run; one that is new does not. */
  private static Plan plan(Requirements requirements) {
    return new Plan(Profile.asyncio(), 1, 500, 1, true).demanding(requirements);
  }

  private static Results empty(Requirements requirements) {
    Results results = new Results(new Hello("tiny", "1", Set.of("event")), plan(requirements));
    results.exercised(Rule.bits(Set.of("EVT-1", "EVT-2")));
    return results;
  }

  /** A finding that names this rule first, and LOP-1. */
  private static Finding broken(String first) {
    Finding finding = SamplePages.finding(Finding.Kind.BROKEN, SamplePages.lostWake(), "");
    return new Finding(finding.kind(), Rule.bits(Set.of(first, "LOP-1")), Rule.bits(Set.of(first)), finding.cast(),
        finding.exchanges(), finding.allowed(), "", null);
  }

  private static Results with(Requirements requirements, Finding... findings) {
    Results results = empty(requirements);
    for (Finding finding : findings) {
      results.failed(finding);
      results.add(finding);
    }
    return results;
  }

  private static Results judged(Bug bug, Requirements requirements) throws Exception {
    return judged(bug, Sides.ASYNCIO, EVENT, requirements);
  }

  private static Results judged(Bug bug, Sides sides, Set<String> features, Requirements requirements) throws Exception {
    return new Suite(SamplePages.adapter(bug, sides, features), plan(requirements), MODELS, Progress.none()).run();
  }

  /** The sides of a runtime that wakes in groups, and nothing else: the rest of the run is left out. */
  private static Results choices(Requirements requirements) throws Exception {
    Set<String> event = Set.of("event");
    Adapter adapter = SamplePages.adapter(Bug.NONE, Sides.of(PlantedRuntime.Side.GROUP), event);
    Results results = new Results(adapter.hello(), plan(requirements));
    new SidePhase(new TestedAdapter(adapter), MODELS, event, results, Progress.none()).run();
    return results;
  }

  private static List<String> phases(Results results) {
    return results.phases().stream().map(Results.Phase::name).toList();
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

  private String junit(Results results) throws IOException {
    Path file = folder.resolve("junit.xml");
    JunitReport.write(results, file);
    return Files.readString(file);
  }

  private static RuleVerdict verdict(Results results, String rule) {
    return RuleVerdict.of(results).stream().filter(each -> each.rule().equals(rule)).findFirst().orElseThrow();
  }

  private static void says(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), () -> "\"" + part + "\" is not in:\n" + text);
    }
  }

  @Test
  void aFindingOfANewRuleIsToldAsNewInEachReportAndDoesNotDecide() throws Exception {
    Results results = with(WITHOUT_EVT_2, broken("EVT-2"));
    String new2 = "new: EVT-2 is not in requirements 2025.9";

    assertEquals(0, results.status());
    assertTrue(results.conforms());
    says(text(results), "1. BROKEN: EVT-2 (also LOP-1)", "     " + new2, "new: EVT-2 [not in requirements 2025.9]",
        "\nCONFORMS to requirements 2025.9 and the profile asyncio; besides, 1 finding of what came after these requirements\n");
    JsonNode root = json(results);
    assertEquals("2025.9", root.get("requirements").textValue());
    assertEquals("EVT-2 is not in requirements 2025.9", root.at("/findings/0/new").textValue());
    assertTrue(root.at("/rules/1/new").booleanValue() && !root.at("/rules/0").has("new"), root::toPrettyString);
    says(junit(results), " failures=\"0\" errors=\"0\"", "<skipped message=\"broken, " + new2 + "\"");
    assertEquals(RuleVerdict.Outcome.OPEN, verdict(results, "EVT-2").outcome());
    assertEquals("broken, " + new2, verdict(results, "EVT-2").words());
    MarkdownReport.write(results, folder.resolve("summary.md"));
    says(Files.readString(folder.resolve("summary.md")), "\u2713 `CONFORMS to requirements 2025.9", "     " + new2,
        " --steps 500 --requirements 2025.9\n");
    String page = SamplePages.page(results, MODELS, folder.resolve("index.html"));
    assertEquals(List.of(), PageCheck.problems(page));
    says(page, "<p>It does not decide; " + new2 + ".</p>", "<span class=\"reason\"> (" + new2 + ")</span>",
        ">2025.9 (the newest are 2026.1)</dd>");
  }

  @Test
  void withoutRequirementsAllThatTheSuiteHasDecides() throws Exception {
    Results results = with(Requirements.ALL, broken("EVT-2"));

    assertEquals(1, results.status());
    assertTrue(json(results).get("requirements").isNull());
    assertFalse(json(results).at("/findings/0").has("new"));
    assertFalse(text(results).contains("requirements"), text(results));
    says(junit(results), " failures=\"2\"");
  }

  @Test
  void whatTheRequirementsHaveDecidesBesideWhatIsNew() throws Exception {
    Results results = with(WITHOUT_EVT_2, broken("EVT-2"), broken("EVT-3"));

    assertEquals(1, results.status());
    says(text(results), "DOES NOT CONFORM to requirements 2025.9 and the profile asyncio: 1 finding in 2 scenarios;"
        + " besides, 1 finding of what came after these requirements\n");
    says(junit(results), " failures=\"2\""); // EVT-3, and LOP-1 with it
    assertEquals(RuleVerdict.Outcome.FAILS, verdict(results, "EVT-3").outcome());
  }

  /** Where none of its rules stands out, a new one among them is no excuse. */
  @Test
  void aFindingThatNamesNoRuleFirstDecidesIfOneOfItsRulesIsOld() {
    Finding finding = broken("EVT-2");
    Finding open = new Finding(finding.kind(), finding.rules(), 0, finding.cast(), finding.exchanges(), Set.of(), "", null);
    Finding none = new Finding(finding.kind(), 0, 0, finding.cast(), finding.exchanges(), Set.of(), "", null);

    assertEquals(1, with(WITHOUT_EVT_2, open).status());
    assertEquals(1, with(WITHOUT_EVT_2, none).status());
  }

  @Test
  void aNewRuleThatWasExpectedToFailAndPassesDoesNotDecide() throws IOException {
    Path file = Files.writeString(folder.resolve("expected.toml"), "[[expected]]\nrule = 'EVT-2'\nreason = 'issue 5'\n");
    Plan telling = plan(WITHOUT_EVT_2).telling(RuleChoice.ALL, ExpectedFile.read(file));
    Results passes = new Results(new Hello("tiny", "1", Set.of("event")), telling);
    passes.exercised(Rule.bits(Set.of("EVT-2")));

    assertEquals(0, passes.status());
    passes.add(broken("EVT-2"));
    assertEquals(0, passes.status());
    assertFalse(passes.conforms());
    says(text(passes), "     expected: issue 5", "NOTHING NEW (1 finding, expected) by requirements 2025.9");
  }

  @Test
  void whatGoesWrongInWhatCameLaterLeavesNothingOpen() throws Exception {
    Results results = empty(WITHOUT_EVT_2);
    results.later(true);
    results.error(new AdapterFailure(AdapterFailure.Kind.ERROR, "it said no"));
    results.cutShort("it hung 20 times");
    results.add(broken("EVT-3"));
    results.later(false);

    assertEquals(0, results.status());
    says(text(results), "     new: found by a conversation that is not in requirements 2025.9", "ADAPTER ERROR  it said no",
        "CONFORMS to requirements 2025.9 and the profile asyncio; besides, 1 finding of what came after these requirements;"
        + " the run was cut short: it hung 20 times");
    says(junit(results), " errors=\"0\"");
    assertEquals(RuleVerdict.Outcome.HOLDS, verdict(results, RuleVerdict.RUN).outcome());
    results.error(new AdapterFailure(AdapterFailure.Kind.ERROR, "it does not quit"));
    assertEquals(2, results.status());
    Results interrupted = empty(WITHOUT_EVT_2);
    interrupted.later(true);
    interrupted.interrupt();
    assertEquals(2, interrupted.status());
  }

  /** A shorter conversation of something that was found before does not make it new. */
  @Test
  void aFindingThatDecidesIsNotMadeNewByAShorterOne() {
    Results results = empty(WITHOUT_EVT_2);
    Finding found = broken("EVT-3");
    List<Exchange> twice = new ArrayList<>(found.exchanges());
    twice.addAll(0, found.exchanges());
    results.add(new Finding(found.kind(), found.rules(), found.first(), found.cast(), twice, found.allowed(), "", null));
    results.later(true);
    results.add(found);
    results.replaceLast(found);

    assertEquals(List.of(found), results.findings());
    assertNull(results.news(found));
    assertEquals(1, results.status());
  }

  @Test
  void aPlantedMistakeThatBreaksANewRuleIsNewAndAnotherDecides() throws Exception {
    Requirements older = Older.withoutRule("EVT-7");
    Results broken = judged(Bug.RETURNS_WITHOUT_LOOKING, Sides.ASYNCIO, Set.of("event"), older);
    Results other = judged(Bug.FORGETS_STATE, Sides.ASYNCIO, Set.of("event"), older);

    assertFalse(broken.findings().isEmpty());
    assertEquals(0, broken.status(), () -> text(broken));
    assertEquals(1, other.status(), () -> text(other));
  }

  /** It takes seven tasks, and so one of the scripts of crowds. */
  @Test
  void aPlantedMistakeThatOnlyANewPartShowsIsNew() throws Exception {
    Results broken = judged(Bug.REPORT_OF_SIX, Older.withoutPart(PartOfRun.CROWDS));

    assertEquals(0, broken.status(), () -> text(broken));
    says(text(broken), "LOP-6", "     new: found by a conversation that is not in requirements 2025.9");
    assertEquals("crowds", broken.phases().get(broken.phases().size() - 1).name());
  }

  @Test
  void aPlantedMistakeThatOnlyANewScriptShowsIsNewAndAnotherDecides() throws Exception {
    Results broken = judged(Bug.REPORT_OF_SIX, Older.withoutScripts());

    assertEquals(0, broken.status(), () -> text(broken));
    says(text(broken), "LOP-6", "     new: found by a conversation that is not in requirements 2025.9");
    assertEquals("added later", broken.phases().get(broken.phases().size() - 1).name());
    assertEquals(1, judged(Bug.FORGETS_STATE, Older.withoutScripts()).status());
  }

  /** Each script that the suite has is in the frozen set: else it would be run as one that was added. */
  @Test
  void nothingIsNewByTheNewestRequirements() throws Exception {
    Set<String> all = new InJvmPlantedAdapter(Bug.NONE, Sides.ASYNCIO, PlantedLoop.Notice.TURN).hello().features();
    Results newest = judged(Bug.NONE, Sides.ASYNCIO, all, Requirements.named("2026.1"));
    List<String> phases = phases(newest);

    assertEquals(0, newest.status(), () -> text(newest));
    assertTrue(phases.containsAll(List.of("crowds", "first look", "limits again", "with patience")), phases.toString());
    assertEquals(Arrays.stream(PartOfRun.values()).filter(part -> part != PartOfRun.ADDED).map(PartOfRun::words)
        .filter(phases::contains).toList(), phases);
  }

  @Test
  void aScriptThatWasAddedIsRunLast() throws Exception {
    List<String> phases = phases(judged(Bug.NONE, Sides.ASYNCIO, Set.of("event"), Older.withoutScript(Scripts.crowds().get(1))));

    assertTrue(phases.contains("crowds"), phases.toString());
    assertEquals("added later", phases.get(phases.size() - 1));
  }

  @Test
  void aChoiceAtANewPointIsNew() throws Exception {
    Results older = choices(Older.withoutPoint(VariationPoint.WAKE_ORDER));
    Results experiments = choices(Older.withoutScripts());
    Results newest = choices(Requirements.named("2026.1"));

    assertEquals(0, older.status(), () -> text(older));
    assertEquals(Finding.Kind.OTHER_SIDE, older.findings().get(0).kind());
    assertEquals(0, experiments.status(), () -> text(experiments));
    assertEquals(1, newest.status(), () -> text(newest));
    says(text(newest), "all findings are choices: it conforms to --profile asyncio,WakeOrder=group");
  }
}
