package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite asks an adapter for nothing that it does not declare. */
class FeatureTest {
  private static final Models MODELS = new Models();

  /** The reference, with fewer features than it has. */
  private record Less(Adapter all, Set<String> features) implements Adapter {
    @Override
    public Hello hello() {
      return new Hello("less", "1", features);
    }

    @Override
    public void run(Begin begin, Dialogue dialogue) throws Trouble {
      all.run(begin, reply -> {
        Request request = dialogue.next(reply);
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

  @AfterAll
  static void close() {
    MODELS.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "flag", "cancel", "event cancel", "flag interrupt", "flag arm", "flag storm",
      "flag timeout", "event guard", "event deadlock", "flag cancel deadlock", "timeout"})
  void nothingUndeclaredIsAskedAndTheRestConforms(String features) {
    try (Adapter less = new Less(ReferenceAdapter.onVirtualTime(), Set.of(features.split(" ")))) {
      Suite.Plan plan = new Suite.Plan(Profile.asyncio(), 2, 2_000, 1, false);
      Results results = new Suite(less, plan, MODELS, Progress.none()).run();
      assertEquals(0, results.status(), () -> results.findings() + " " + results.errors() + " " + results.cutShort());
      assertTrue(results.extent().complete());
    }
  }
}
