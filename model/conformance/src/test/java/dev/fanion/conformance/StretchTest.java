package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times of a run suit how long replies take. */
class StretchTest {
  private static final long MILLI = 1_000_000;
  private static final Chooser NOTHING = (tracker, reply) -> null;

  @ParameterizedTest
  @CsvSource({"wait e1 2, 5, 22", "sleep 3, 1, 9", "hog 13, 100, 260", "wait e1 900, 5, 900", "wait e1, 5, 0"})
  void shortTimesGrowWithTheRoundTrip(String request, long roundTrip, int millis) {
    Once taken = new Once(Script.requests(request).get(0));
    Chooser stretched = Stretch.of(taken, roundTrip * MILLI);

    Request made = stretched.choose(null, Reply.of(Cast.MAIN, Result.STARTED));
    assertNotNull(made);
    assertEquals(millis, made.millis());
    stretched.ended(Reply.ended());
    assertTrue(taken.ended);
  }

  /** Makes this request, whatever was said. */
  private static final class Once implements Chooser {
    private final Request request;
    private boolean ended;

    Once(Request request) {
      this.request = request;
    }

    @Override
    public Request choose(Tracker tracker, Reply reply) {
      return request;
    }

    @Override
    public void ended(Reply reply) {
      ended = true;
    }
  }

  @Test
  void quickRepliesChangeNothing() {
    assertSame(NOTHING, Stretch.of(NOTHING, MILLI / 10));
    assertSame(NOTHING, Stretch.of(NOTHING, -MILLI));
  }

  @Test
  void whatIsUsualIsLearnt() {
    Patience patience = new Patience(5_000 * MILLI);
    for (int i = 0; i < 200; i++) {
      patience.took(4 * MILLI);
    }
    assertEquals(4.0, patience.usual() / (double) MILLI, 0.1);
    for (int i = 0; i < 200; i++) {
      patience.took(-500 * MILLI); // a wait that was ended long before its limit
    }
    assertEquals(4.0, patience.usual() / (double) MILLI, 0.1);
    assertEquals(5_000 * MILLI, patience.nanos());
    assertEquals(0, patience.reduce(2));
    assertEquals(200 * MILLI, patience.nanos());
    assertEquals(2, patience.reduce(0));
  }
}
