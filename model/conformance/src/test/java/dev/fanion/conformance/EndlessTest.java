package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody waits for a limit that is meant not to pass. */
class EndlessTest {
  /** A planted runtime whose time is said to be real, and what it was asked last. */
  private static final class Real extends InJvmPlantedAdapter {
    private final List<Request> asked = new ArrayList<>();

    Real() throws Wire.MalformedLine {
      super(Bug.NONE, Sides.ASYNCIO, PlantedLoop.Notice.TURN);
    }

    @Override
    public boolean realTime() {
      return true;
    }

    @Override
    public void run(Cast cast, Driver driver) throws AdapterFailure {
      super.run(cast, reply -> {
        Request next = driver.next(reply);
        if (next != null) {
          asked.add(next);
        }
        return next;
      });
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '/', value = {
      "main: spawn t1; yield; wait e1 / wait e1 3600000 / wait e1, at most 3600000 ms",
      "main: spawn t1; yield; sleep 3600000 / wait e1 / wait e1",
      "main: spawn t1; yield; wait e1 3600000 / wait e1 / wait e1",
      "main: spawn t1; yield; wait e1 20 / wait e1 3600000 / exit"})
  void mainIsNotAskedToWaitForIt(String main, String other, String last) throws Exception {
    ModelCache models = ModelCache.take();
    try {
      SpecModel model = models.get(Profile.asyncio(), Set.of("event", "timeout"), Cast.of(1, 1, 0));
      Real adapter = new Real();

      assertNull(new TestedAdapter(adapter).run(model, Script.of(main + " | t1: " + other).chooser(model), rules -> { }));
      assertEquals(last, adapter.asked.get(adapter.asked.size() - 1).toString());
    } finally {
      models.leave();
    }
  }

  /** A silence while such a limit runs costs no more than any other. */
  @ParameterizedTest
  @CsvSource({"20, 20", "60000, 60000", "60001, 0", "3600000, 0"})
  void aReplyIsNotWaitedForAsLong(int limit, int waited) throws Exception {
    try (GuardedAdapter guarded = new GuardedAdapter(EndlessTest::real, 1_000_000_000)) {
      assertEquals(waited, guarded.lasts(Request.of(Op.WAIT, Request.Kind.EVENT, "e1").lasting(limit)));
    }
  }

  private static Real real() {
    try {
      return new Real();
    } catch (Wire.MalformedLine e) {
      throw new IllegalStateException(e);
    }
  }
}
