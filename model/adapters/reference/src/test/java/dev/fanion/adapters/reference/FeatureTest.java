package dev.fanion.adapters.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanion.conformance.Plan;
import dev.fanion.conformance.Profile;
import dev.fanion.conformance.SuiteRun;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite makes no request that needs a feature which the adapter does not declare. */
class FeatureTest {
  @TempDir private Path folder;

  /** The reference, which declares fewer features than it has. */
  private record Restricted(Adapter all, Set<String> features) implements Adapter {
    @Override
    public Hello hello() {
      return new Hello("less", "1", features);
    }

    @Override
    public void run(Cast cast, Driver driver) throws AdapterFailure {
      all.run(cast, reply -> {
        Request request = driver.next(reply);
        if (request != null) {
          assertTrue(features.containsAll(needs(request)), () -> request + " was not declared: " + features);
        }
        return request;
      });
    }

    private static Set<String> needs(Request request) {
      Set<String> needs = new TreeSet<>();
      switch (request.op()) {
        case CANCEL -> needs.add("cancel");
        case SLEEP, HOG -> needs.add("timeout");
        case INTERRUPT -> needs.add(request.on() == Request.Kind.EVENT ? "guard" : "interrupt");
        case ARM -> needs.add("arm");
        case STORM -> needs.add("storm");
        default -> { }
      }
      if (request.limited()) {
        needs.add("timeout");
      }
      if (request.on() == Request.Kind.EVENT || request.on() == Request.Kind.FLAG) {
        needs.add(request.on() == Request.Kind.EVENT ? "event" : "flag");
      }
      return needs;
    }

    @Override
    public long nanoTime() {
      return all.nanoTime();
    }

    @Override
    public boolean realTime() {
      return all.realTime();
    }

    @Override
    public void close() {
      all.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "flag", "cancel", "event cancel", "flag interrupt", "flag arm", "flag storm",
      "flag timeout", "event guard", "event deadlock", "flag cancel deadlock", "timeout"})
  void nothingUndeclaredIsAskedAndTheRestConforms(String features) throws IOException {
    StringWriter said = new StringWriter();
    try (Adapter restricted = new Restricted(ReferenceAdapter.onVirtualTime(), Set.of(features.split(" ")))) {
      Plan plan = new Plan(Profile.asyncio(), 2, 2_000, 1, false);
      assertEquals(0, new SuiteRun(plan, folder, new PrintWriter(said)).against(restricted), said::toString);
    }
    JsonNode coverage = new ObjectMapper().readTree(folder.resolve("results.json").toFile()).get("coverage");
    assertEquals(coverage.get("forceable").intValue(), coverage.get("covered").intValue(), said::toString);
  }
}
