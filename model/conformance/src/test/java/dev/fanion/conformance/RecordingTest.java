package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Result;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An experiment with limited waits is explained by what was said, and by what nobody said while main slept. */
class RecordingTest {
  private static final Set<String> FEATURES = Set.of("event", "timeout");
  private static final Profile WRAPPED = Profile.parse("asyncio,LimitedWait=wrapped");

  private long now = 1;
  private ModelCache models;
  private Recording recording;

  @BeforeEach
  void begin() {
    models = ModelCache.take();
    Experiment limited = new Experiment(List.of(VariationPoint.LIMITED_WAIT), FEATURES, 1, Cast.of(1, 1, 0),
        Script.of("main: spawn t1; 3 yield; set e1; 8 yield; sleep " + Timing.CERTAIN + " | t1: 3 wait e1 2000"));
    recording = new Recording(limited, ModelCache.possible(limited.cast(), limited.known(FEATURES)), () -> now);
    recording.next(Conversation.FIRST);
  }

  @AfterEach
  void end() {
    models.leave();
  }

  /** Replies with commas between them, and with the milliseconds that one took if it took any. */
  private void says(String replies) {
    for (String reply : replies.split(", ")) {
      String[] words = reply.split(" ");
      now += words.length > 2 ? Long.parseLong(words[2]) * 1_000_000 : 100_000;
      recording.next(words[0].equals("ended") ? Reply.ended() : Reply.of(words[0], Result.of(words[1]).orElseThrow()));
    }
  }

  private boolean isLate() {
    return recording.isLate(WRAPPED, FEATURES, models);
  }

  /** CPython's {@code wait_for} up to 3.11: each wait takes three turns, and main sleeps when the last one ends. */
  @Test
  void whatEndsWhileMainSleepsIsExplained() {
    says("main ok, t1 started, main ok, main ok, main ok, main ok, main ok, main ok, t1 woken, main ok, main ok, main ok,"
        + " t1 woken, main ok, main ok, main ok, t1 woken, main ok 500, ended");

    assertNull(recording.against(WRAPPED, FEATURES, models));
    assertFalse(isLate());
    assertNotNull(recording.against(Profile.asyncio(), FEATURES, models));
  }

  @Test
  void aMachineThatStandsStillSaysNothing() {
    says("main ok, t1 started, main ok, main ok 900, main ok, main ok, main ok 700, main ok, t1 woken, main ok, main ok, main ok,"
        + " t1 woken, main ok, main ok, main ok, t1 woken, main ok 500, ended");

    assertNull(recording.against(WRAPPED, FEATURES, models));
    assertFalse(isLate());
  }

  /** The second wait never looks at its event, which is set. */
  @Test
  void whatIsOwedWhileMainSleepsIsLate() {
    says("main ok, t1 started, main ok, main ok, main ok, main ok, main ok, main ok, t1 woken, main ok, main ok, main ok,"
        + " main ok, main ok, main ok 500, ended");

    assertTrue(isLate());
  }

  /** A sleep that is cut short is explained by no side, though what was said before it took long. */
  @Test
  void aShortSleepIsNotExplained() {
    says("main ok, t1 started, main ok, main ok 900, main ok, main ok, main ok, main ok, t1 woken, main ok, main ok, main ok,"
        + " t1 woken, main ok, main ok, main ok, t1 woken, main ok 100, ended");

    assertNotNull(recording.against(WRAPPED, FEATURES, models));
  }
}
