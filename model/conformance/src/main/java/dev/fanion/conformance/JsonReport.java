package dev.fanion.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Version;
import dev.fanion.conformance.protocol.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what a run found, for programs: {@code results.json}. */
final class JsonReport {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  static void write(Results results, String specHash, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("suite", Version.TEXT).put("spec", specHash);
    root.put("implementation", results.hello.name()).put("version", results.hello.version());
    root.set("features", JSON.valueToTree(results.hello.features().stream().sorted().toList()));
    ObjectNode profile = root.putObject("profile").put("name", results.plan.profile().name());
    profile.set("sides", JSON.valueToTree(results.plan.profile().constants()));
    profile.put("found", results.profile().name());
    ArrayNode points = root.putArray("points");
    results.sightings().forEach(sighting -> points.addObject().put("name", sighting.point().toString())
        .put("side", sighting.side().toString()).put("words", sighting.words())
        .put("basis", words(sighting.basis())));
    root.put("seed", results.plan.seed()).put("status", results.status());
    root.put("conforms", results.conforms()).put("cutShort", results.cutShort());
    root.put("requirements", results.plan.requirements().number());
    root.set("only", JSON.valueToTree(results.plan.choice().only()));
    root.set("skip", JSON.valueToTree(results.plan.choice().skip()));
    ArrayNode expected = root.putArray("expected");
    results.plan.expected().entries().forEach(entry -> expected.addObject().put("rule", entry.rule().id())
        .put("kind", entry.kind() == null ? null : entry.kind().words()).put("reason", entry.reason())
        .put("flaky", entry.flaky()).put("outcome", words(results.outcome(entry))));
    coverage(root.putObject("coverage"), results);
    root.set("internalSteps", JSON.valueToTree(results.internal()));
    ArrayNode phases = root.putArray("phases");
    results.phases().forEach(p -> phases.addObject().put("name", p.name()).put("scenarios", p.scenarios())
        .put("steps", p.steps()).put("seconds", p.seconds()).put("stepsPerSecond", Math.round(p.rate())));
    ArrayNode rules = root.putArray("rules");
    results.verdicts().forEach(verdict -> rule(rules.addObject(), verdict, results));
    ArrayNode findings = root.putArray("findings");
    results.findings().forEach(finding -> finding(findings.addObject(), finding, results));
    ArrayNode errors = root.putArray("adapterErrors");
    results.errors().forEach(error -> error(errors.addObject(), error));
    JSON.writeValue(file.toFile(), root);
  }

  private static void error(ObjectNode node, AdapterFailure error) {
    node.put("kind", error.kind().name().toLowerCase(Locale.ROOT)).put("message", error.getMessage());
    node.set("conversation", JSON.valueToTree(error.conversation()));
  }

  private static void coverage(ObjectNode node, Results results) {
    Coverage coverage = results.coverage();
    if (coverage != null) {
      node.put("places", coverage.places()).put("forceable", coverage.pairs()).put("covered", coverage.covered());
      node.put("noticing", String.valueOf(results.noticing()));
    }
  }

  private static void rule(ObjectNode node, Verdict verdict, Results results) {
    node.put("id", verdict.rule().id()).put("says", verdict.rule().says()).put("verdict", verdict.word());
    node.put("exercised", verdict.exercised()).put("failures", verdict.failures());
    if (!results.plan.requirements().has(verdict.rule())) {
      node.put("new", true);
    }
    if (!verdict.reason().isEmpty()) {
      node.put("reason", verdict.reason());
    }
    if (verdict.finding() != null) {
      node.put("finding", results.findings().indexOf(verdict.finding()));
    }
  }

  /** A constant as it stands in the report. */
  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void finding(ObjectNode node, Finding finding, Results results) {
    Expectations.Entry expected = results.plan.expected().of(finding);
    node.put("kind", finding.kind().words());
    if (expected != null) {
      node.put("expected", expected.reason());
    }
    if (results.news(finding) != null) {
      node.put("new", results.news(finding));
    }
    node.set("rules", JSON.valueToTree(finding.ruleNames()));
    node.set("tasks", JSON.valueToTree(finding.cast().tasks()));
    node.set("events", JSON.valueToTree(finding.cast().events()));
    node.set("flags", JSON.valueToTree(finding.cast().flags()));
    ArrayNode conversation = node.putArray("conversation");
    for (Exchange exchange : finding.exchanges()) {
      ObjectNode step = conversation.addObject().put("task", exchange.task());
      step.put("request", Wire.write(exchange.request()));
      step.put("reply", exchange.reply() == null ? null : Wire.write(exchange.reply()));
    }
    node.set("allowed", JSON.valueToTree(finding.allowed().stream().map(Reply::toString).sorted().toList()));
    if (finding.option() != null) {
      node.put("profile", finding.option());
    }
    if (!finding.said().isEmpty()) {
      node.put("said", finding.said());
    }
  }
}
