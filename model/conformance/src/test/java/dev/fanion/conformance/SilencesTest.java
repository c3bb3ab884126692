package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Wire;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A machine that stands still once is not taken for an implementation that hangs. */
class SilencesTest {
  private static final Plan SHORT = new Plan(Profile.asyncio(), 1, 500, 1, true);
  private static final ModelCache MODELS = new ModelCache();

  @AfterAll
  static void close() {
    MODELS.close();
  }

  /** More replies than the experiments have, fewer than a short run. */
  private static final long MIDWAY = 4_500;

  /** After all repetitions of what was said then. */
  private static final long LATER = 7_500;

  /** An adapter of a process, as it looks to the suite, which is silent where it is told to be. */
  private static final class Stalling implements Adapter {
    private final Adapter behaving = new InJvmPlantedAdapter(Bug.NONE, Sides.ASYNCIO, PlantedLoop.Notice.TURN);
    private final LongPredicate silent;
    private long replies;

    Stalling(LongPredicate silent) throws Wire.MalformedLine {
      this.silent = silent;
    }

    @Override
    public Hello hello() {
      return new Hello("stalls", "1", Set.of("event", "cancel"));
    }

    @Override
    public void run(Cast cast, Driver driver) throws AdapterFailure {
      boolean[] stalls = {false};
      behaving.run(cast, reply -> {
        stalls[0] = silent.test(++replies);
        return stalls[0] ? null : driver.next(reply);
      });
      if (stalls[0]) {
        throw new AdapterFailure(AdapterFailure.Kind.HANG, "no reply");
      }
    }

    @Override
    public long nanoTime() {
      return behaving.nanoTime();
    }

    @Override
    public boolean realTime() {
      return true;
    }

    @Override
    public void close() {
      behaving.close();
    }
  }

  private static Results run(LongPredicate silent) throws Wire.MalformedLine {
    return new Suite(new Stalling(silent), SHORT, MODELS, Progress.none()).run();
  }

  @Test
  void aSilenceThatDoesNotRecurLeavesTheVerdictOpen() throws Wire.MalformedLine {
    Results results = run(reply -> reply == MIDWAY);

    assertEquals(List.of(), results.findings());
    assertEquals(1, results.errors().size());
    assertTrue(results.errors().get(0).getMessage().contains("did not recur"), () -> "" + results.errors());
    assertEquals(2, results.status());
  }

  @Test
  void aSecondSilenceIsAHang() throws Wire.MalformedLine {
    Results results = run(reply -> reply == MIDWAY || reply == LATER);

    assertEquals(List.of(Finding.Kind.HANG), results.findings().stream().map(Finding::kind).toList());
    assertEquals(1, results.status());
  }

  @Test
  void aSilenceInAnExperimentChangesNoSide() throws Wire.MalformedLine {
    Results results = run(reply -> reply == 1);

    assertEquals(List.of(), results.findings());
    assertEquals(Profile.asyncio(), results.profile());
    assertTrue(results.sightings().stream().anyMatch(sighting -> sighting.basis() == Sighting.Basis.SHOWN));
    assertEquals(0, results.status());
  }
}
