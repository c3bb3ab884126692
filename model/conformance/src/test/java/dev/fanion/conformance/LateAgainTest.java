package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Wire;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reply that comes too late counts if it is the implementation that is slow, and not the machine. */
class LateAgainTest {
  /** A planted runtime of which one reply in each run comes a second late, or none. */
  private static final class Slow extends InJvmPlantedAdapter {
    private final List<Integer> late;
    private int run;
    private int replies;

    Slow(List<Integer> late) throws Wire.MalformedLine {
      super(Bug.NONE, Sides.ASYNCIO, PlantedLoop.Notice.TURN);
      this.late = late;
    }

    @Override
    public void run(Cast cast, Driver driver) throws AdapterFailure {
      replies = 0;
      int at = late.get(Math.min(run++, late.size() - 1));
      super.run(cast, reply -> {
        offset += ++replies == at ? 1_000_000_000L : 0;
        return driver.next(reply);
      });
    }

    private long offset;

    @Override
    public long nanoTime() {
      return super.nanoTime() + offset;
    }
  }

  /** Which reply is late in each run, and whether that is a finding. */
  @ParameterizedTest
  @CsvSource({"6 99, false", "6 6, true", "6 4 99, false", "6 4 5 99, false", "6 4 5 3 4, true", "6 4 5 6, true", "99, false"})
  void aMachineThatStandsStillIsNoFinding(String runs, boolean isFound) throws Exception {
    List<Integer> late = List.of(runs.split(" ")).stream().map(Integer::valueOf).toList();
    ModelCache models = ModelCache.take();
    try {
      SpecModel model = models.get(Profile.asyncio(), Set.of("event"), Cast.of(1, 1, 0));
      TestedAdapter tested = new TestedAdapter(new Slow(late));
      Finding found = tested.run(model, Script.of("main: spawn t1; 12 yield | t1: 9 yield").chooser(model), rules -> { });

      assertEquals(isFound, found != null);
    } finally {
      models.leave();
    }
  }
}
