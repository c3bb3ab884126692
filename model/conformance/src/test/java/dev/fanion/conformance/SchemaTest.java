package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.conformance.protocol.Wire;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the suite says, and what it reports, is as the schemas in {@code docs/schema} have it. There a reader is to ignore members
 * that it does not know; here each must be known, so that a new one comes into the schema.
 */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private JsonSchema results;
  private JsonSchema protocol;

  @BeforeEach
  void load() throws IOException {
    for (String name : List.of("results", "protocol")) {
      JsonNode schema = JSON.readTree(SpecFiles.find().resolveSibling("docs/schema/" + name + ".schema.json").toFile());
      JSON.writeValue(folder.resolve(name + ".schema.json").toFile(), name.equals("results") ? closed(schema) : schema);
    }
    results = schema("results");
    protocol = schema("protocol");
  }

  private JsonSchema schema(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(SchemaLocation.of(folder.resolve(name + ".schema.json").toUri().toString()));
  }

  /** The schema without leave for members that it does not name. */
  private static JsonNode closed(JsonNode schema) {
    schema.forEach(SchemaTest::closed);
    if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    return schema;
  }

  private static void fits(JsonSchema schema, JsonNode node) {
    assertEquals(Set.of(), schema.validate(node), node::toPrettyString);
  }

  private JsonNode report(Results found) throws IOException {
    Path file = folder.resolve("results.json");
    JsonReport.write(found, "5bec", file);
    return JSON.readTree(file.toFile());
  }

  private static Results run(Plan plan) throws Wire.MalformedLine {
    ModelCache models = ModelCache.take();
    try {
      return InJvmPlantedAdapter.judged(
          Bug.IS_SET_CLEARS, Sides.of(PlantedRuntime.Side.GROUP), PlantedLoop.Notice.TURN, plan, models);
    } finally {
      models.leave();
    }
  }

  /** With findings of two kinds, one of them expected, and an error of the adapter. */
  @Test
  void theReportOfARunIsAsItsSchemaHasIt() throws IOException {
    Path expected = Files.writeString(folder.resolve("expected.toml"), "[[expected]]\nrule = 'EVT-11'\nreason = 'planted'\n");
    Plan plan = new Plan(Profile.asyncio(), 1, 500, 1, true)
        .telling(RuleChoice.of(List.of(), List.of("LOP-5")), ExpectedFile.read(expected));
    Results found = run(plan);
    found.error(new AdapterFailure(AdapterFailure.Kind.ERROR, "it said no").during(List.of("main: spawn t1 -> (no reply)")));
    JsonNode root = report(found);

    assertFalse(root.get("findings").isEmpty());
    assertFalse(root.get("points").isEmpty());
    fits(results, root);
  }

  /** With a rule that is new, and a finding that is. */
  @Test
  void theReportOfARunByOlderRequirementsIsAsItsSchemaHasIt() throws IOException {
    Finding finding = SamplePages.finding(Finding.Kind.BROKEN, SamplePages.lostWake(), "");
    Results found = new Results(hello(), Plan.of(Profile.asyncio()).demanding(Older.withoutRule("EVT-2")));
    found.add(finding);
    JsonNode root = report(found);

    assertTrue(root.at("/rules/1/new").booleanValue() && root.at("/findings/0").has("new"), root::toPrettyString);
    fits(results, root);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "findings", "expected", "requirements"})
  void aReportWithoutAMemberIsRefused(String member) throws IOException {
    ObjectNode root = (ObjectNode) report(new Results(hello(), Plan.of(Profile.asyncio())));
    fits(results, root);
    root.remove(member);

    assertEquals(1, results.validate(root).size());
  }

  @Test
  void aMemberThatTheSchemaDoesNotKnowIsFound() throws IOException {
    ObjectNode root = (ObjectNode) report(new Results(hello(), Plan.of(Profile.asyncio())));
    ((ObjectNode) root.at("/rules/0")).put("colour", "blue");

    Set<ValidationMessage> said = results.validate(root);
    assertTrue(said.toString().contains("colour"), said.toString());
  }

  private static Hello hello() throws Wire.MalformedLine {
    return Wire.hello(JSON.createObjectNode().put("fanion", 1).set("features", JSON.createArrayNode().add("event")));
  }

  /** Notes every line that is said. */
  private static final class Noting extends InJvmPlantedAdapter {
    final List<String> lines = new ArrayList<>();

    Noting() throws Wire.MalformedLine {
      super(Bug.NONE, Sides.ASYNCIO, PlantedLoop.Notice.TURN);
      lines.add(Wire.write(hello()));
    }

    @Override
    public void run(Cast cast, Driver driver) throws AdapterFailure {
      lines.add(Wire.write(cast));
      super.run(cast, reply -> {
        lines.add(Wire.write(reply));
        Request next = driver.next(reply);
        if (next != null) {
          lines.add(Wire.write(next));
        }
        return next;
      });
    }
  }

  /** A smoke test asks for every operation, but for the storm, which the planted runtime does not have. */
  @Test
  void everyLineOfASmokeTestIsAsItsSchemaHasIt() throws IOException {
    Noting adapter = new Noting();
    new SmokeRun(Profile.asyncio(), false, new PrintWriter(PrintWriter.nullWriter())).against(adapter);
    adapter.lines.add(Wire.write(Request.of(Op.STORM, Request.Kind.FLAG, "f1").storming(2, 100)));
    adapter.lines.add(Wire.write(Reply.of("main", Result.OK, 7), 12_500_000L));
    adapter.lines.add(Wire.QUIT);

    for (String line : adapter.lines) {
      fits(protocol, Wire.parse(line));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"fanion":2,"features":["event"]}
      {"fanion":1,"features":["event","cancle"]}
      {"fanion":1,"features":["cancel"]}
      {"op":"begin","events":["e1"],"flags":[],"tasks":["t1"]}
      {"op":"begin","events":["E1"],"flags":[],"tasks":["main"]}
      {"op":"wait"}
      {"op":"wait","event":"e1","flag":"f1"}
      {"op":"wait","event":"e1","timeout_ms":0}
      {"op":"is_set","flag":"f1"}
      {"op":"sleep"}
      {"op":"fly"}
      {"task":"t1","result":"fine"}
      {"task":"t1"}
      {"ended":false}
      {"deadlock":[]}
      """)
  void aLineThatIsNotOfTheProtocolIsRefused(String line) throws IOException {
    assertFalse(protocol.validate(Wire.parse(line)).isEmpty(), line);
  }
}
