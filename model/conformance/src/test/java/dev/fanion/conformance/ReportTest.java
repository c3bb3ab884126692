package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Version;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
  private static final Hello HELLO = new Hello("tiny <\"&'\u0001>", "1.0", Set.of("event", "cancel"));

  @TempDir private Path folder;

  private static Results fresh() {
    Results results = new Results(HELLO, new Plan(Profile.asyncio(), Plan.TASKS, Plan.STEPS, 7, false));
    results.exercised(Rule.bits(Set.of("EVT-1", "EVT-2")));
    results.phase(new Results.Phase("at random", 3, 100, 0.5));
    return results;
  }

  private static Finding finding() {
    List<Exchange> exchanges = List.of(
        new Exchange("main", Request.of(Op.SET, Request.Kind.EVENT, "e1"), Reply.of("main", Result.OK)),
        new Exchange("main", Request.of(Op.WAIT, Request.Kind.EVENT, "e1"), null));
    return new Finding(Finding.Kind.HANG, Rule.bits(Set.of("EVT-4", "EVT-6")), 0, Cast.of(1, 1, 0), exchanges,
        Set.of(Reply.of("main", Result.WOKEN)), "no reply within 1.0 s\u0002", null);
  }

  private static Results failed() {
    Results results = fresh();
    results.failed(finding());
    results.add(finding());
    return results;
  }

  private JsonNode json(Results results) throws IOException {
    Path file = folder.resolve("results.json");
    JsonReport.write(results, "5bec", file);
    return new ObjectMapper().readTree(file.toFile());
  }

  private Element junit(Results results) throws Exception {
    Path file = folder.resolve("junit.xml");
    JunitReport.write(results, file);
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
  }

  private static String text(Results results) {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      new Progress(new PrintStream(PrintStream.nullOutputStream()), false, out).found(results);
      new TextReport(results, out).print();
    }
    return text.toString();
  }

  private static JsonNode rule(JsonNode root, String id) {
    return StreamSupport.stream(root.get("rules").spliterator(), false)
        .filter(rule -> rule.get("id").textValue().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void theResultsSayWhatWasTestedAndHow() throws IOException {
    JsonNode root = json(fresh());
    assertEquals(Version.TEXT, root.get("suite").textValue());
    assertEquals("5bec", root.get("spec").textValue());
    assertEquals(HELLO.name(), root.get("implementation").textValue());
    assertEquals("1.0", root.get("version").textValue());
    assertEquals(List.of("cancel", "event"), List.of(root.at("/features/0").textValue(), root.at("/features/1").textValue()));
    assertEquals("asyncio", root.at("/profile/name").textValue());
    assertEquals("fifo", root.at("/profile/sides/WakeOrder").textValue());
    assertEquals(7, root.get("seed").intValue());
    assertEquals(200, root.at("/phases/0/stepsPerSecond").intValue());
  }

  @Test
  void everyRuleHasAVerdict() throws IOException {
    JsonNode root = json(failed());
    assertEquals(Rule.ALL.size(), root.get("rules").size());
    assertEquals("holds", rule(root, "EVT-1").get("verdict").textValue());
    assertEquals(1, rule(root, "EVT-1").get("exercised").intValue());
    assertEquals("hang", rule(root, "EVT-6").get("verdict").textValue());
    assertEquals(0, rule(root, "EVT-6").get("finding").intValue());
    assertEquals("not tested", rule(root, "FLG-1").get("verdict").textValue());
    assertEquals("the adapter does not declare flag", rule(root, "FLG-1").get("reason").textValue());
  }

  @Test
  void aFindingIsItsConversation() throws IOException {
    JsonNode finding = json(failed()).at("/findings/0");
    assertEquals("hang", finding.get("kind").textValue());
    assertEquals("{\"op\":\"set\",\"event\":\"e1\"}", finding.at("/conversation/0/request").textValue());
    assertTrue(finding.at("/conversation/1/reply").isNull());
    assertEquals("main woken", finding.at("/allowed/0").textValue());
    assertEquals("no reply within 1.0 s\u0002", finding.get("said").textValue());
  }

  @Test
  void aFailureIsReportedByEveryReport() throws Exception {
    assertFalse(json(failed()).get("conforms").booleanValue());
    assertEquals(1, json(failed()).get("status").intValue());
    assertEquals("2", junit(failed()).getAttribute("failures"));
    assertTrue(text(failed()).contains("DOES NOT CONFORM"));
  }

  @Test
  void whatConformsIsReportedSo() throws Exception {
    assertTrue(json(fresh()).get("conforms").booleanValue());
    assertTrue(json(fresh()).get("cutShort").isNull());
    Element suite = junit(fresh());
    assertEquals("0", suite.getAttribute("failures"));
    assertEquals("0", suite.getAttribute("errors"));
    assertTrue(text(fresh()).contains("\nCONFORMS to the profile asyncio"));
  }

  @Test
  void aRunThatWasCutShortHasNotPassed() throws Exception {
    Results results = fresh();
    results.cutShort("the power went");
    assertEquals(2, results.status());
    assertFalse(json(results).get("conforms").booleanValue());
    assertEquals("the power went", json(results).get("cutShort").textValue());
    assertEquals("1", junit(results).getAttribute("errors"));
    assertFalse(text(results).contains("\nCONFORMS"));
    assertTrue(text(results).contains("the power went"));
  }

  @Test
  void aRunEndsAfterTooManyHangs() {
    Results results = fresh();
    for (int i = 1; i < Failures.MOST_HANGS; i++) {
      results.failed(finding());
    }
    assertNull(results.cutShort());
    results.failed(finding());
    assertEquals("it hung 20 times", results.cutShort());
  }

  @Test
  void anAdapterErrorLeavesTheRunOpen() throws Exception {
    Results results = fresh();
    results.error(new AdapterFailure(AdapterFailure.Kind.ERROR, "it said no").during(List.of("main: spawn t1 -> (no reply)")));
    assertEquals(2, results.status());
    assertEquals("it said no", json(results).at("/adapterErrors/0/message").textValue());
    assertEquals("error", json(results).at("/adapterErrors/0/kind").textValue());
    assertEquals("main: spawn t1 -> (no reply)", json(results).at("/adapterErrors/0/conversation/0").textValue());
    assertEquals("1", junit(results).getAttribute("errors"));
    assertTrue(junit(results).getTextContent().contains("it said no\nmain: spawn t1 -> (no reply)"));
    assertTrue(text(results).contains("main: spawn t1 -> (no reply)"));
    assertFalse(text(results).contains("\nCONFORMS"));
  }

  @Test
  void junitsCountsAreThoseOfItsElements() throws Exception {
    Element suite = junit(failed());
    NodeList cases = suite.getElementsByTagName("testcase");
    assertEquals(String.valueOf(cases.getLength()), suite.getAttribute("tests"));
    assertEquals(Rule.ALL.size() + 1, cases.getLength());
    assertEquals(String.valueOf(suite.getElementsByTagName("failure").getLength()), suite.getAttribute("failures"));
    assertEquals(String.valueOf(suite.getElementsByTagName("skipped").getLength()), suite.getAttribute("skipped"));
    assertEquals(String.valueOf(suite.getElementsByTagName("error").getLength()), suite.getAttribute("errors"));
    assertEquals(Set.of("fanion"), java.util.stream.IntStream.range(0, cases.getLength())
        .mapToObj(i -> ((Element) cases.item(i)).getAttribute("classname")).collect(Collectors.toSet()));
  }

  @Test
  void aRunThatStopsAtItsFirstFailureSaysHowFarItCame() throws Exception {
    Plan plan = new Plan(Profile.asyncio(), 1, 500, 1, true);
    try (ModelCache models = new ModelCache();
        Adapter adapter = new InJvmPlantedAdapter(Bug.TOGGLES, Sides.ASYNCIO, PlantedLoop.Notice.TURN)) {
      Results results = new Suite(adapter, plan, models, Progress.none()).run();
      assertEquals(1, results.findings().size());
      assertFalse(json(results).get("cutShort").isNull());
      assertTrue(Files.size(folder.resolve("results.json")) > 0);
      assertEquals(1, results.status());
    }
  }
}
