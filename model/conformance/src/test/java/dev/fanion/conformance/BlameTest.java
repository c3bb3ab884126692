package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Result;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule is named first for the last reply of a conversation that was named wrongly once. */
class BlameTest {
  private final ModelCache models = ModelCache.take();

  @AfterEach
  void leave() {
    models.leave();
  }

  @ParameterizedTest
  @CsvSource({
      // Flags are cleared here, but the waiter waits for an event.
      "gevent, LOP-6, main: spawn t1 -> main ok | main: spawn t2 -> main ok | main: yield -> t1 started | t1: clear f1 -> t1 ok"
          + " | t1: wait e1 -> t2 started | t2: cancel t1 -> t2 ok | t2: yield -> main ok | main: set e1 -> main ok"
          + " | main: clear f1 -> main ok | main: wait e1 -> t1 cancelled | t1: exit -> t2 ok | t2: exit -> deadlock of main"})
  void theRuleThatIsNamedFirst(String profile, String rule, String conversation) {
    Cast cast = Cast.of(2, 1, 1);
    SpecModel model = models.get(Profile.parse(profile), Set.of("event", "flag", "cancel"), cast);
    Tracker tracker = new Tracker(model, new Timing(() -> 0), new HashSet<>());
    Disagreement wrong = null;
    for (String exchange : conversation.split(" [|] ")) {
      assertNull(wrong, exchange);
      String[] parts = exchange.split(": | -> ");
      assertEquals(parts[0], tracker.task());
      tracker.sent(Script.requests(parts[1]).get(0));
      wrong = tracker.received(reply(parts[2].split(" ")));
    }

    assertNotNull(wrong);
    assertEquals(Set.of(rule), Rule.ids(wrong.first()));
  }

  private static Reply reply(String[] words) {
    return words[0].equals("deadlock") ? Reply.deadlock(Set.of(words[2]))
        : Reply.of(words[0], Result.valueOf(words[1].toUpperCase(Locale.ROOT)));
  }
}
