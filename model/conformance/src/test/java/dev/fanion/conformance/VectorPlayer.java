package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Wire;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays vectors to a planted runtime in this JVM, as the players in {@code docs/vectors} do to a process. */
final class VectorPlayer {
  private static final Set<String> FEATURES = Vectors.FEATURES;

  /**
   * A reply that is not right.
   *
   * @param step the number of the request in its conversation, from 1 on
   * @param came the reply, or "nothing"
   */
  record Wrong(TestVector vector, int step, long rules, String came, Set<String> allowed) {}

  private final PlantedAdapter adapter;
  private final Map<Request, String> lines = new HashMap<>();

  VectorPlayer(Bug bug, PlantedLoop.Notice notice) {
    adapter = new PlantedAdapter(bug, Sides.ASYNCIO, notice, PlantedTime.virtual());
  }

  /** The first vector, of those that these features allow, that goes wrong; null if none does. */
  @Nullable Wrong first(Collection<TestVector> vectors) throws Wire.MalformedLine {
    for (TestVector vector : vectors) {
      Wrong wrong = FEATURES.containsAll(vector.needs()) ? play(vector) : null;
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private @Nullable Wrong play(TestVector vector) throws Wire.MalformedLine {
    adapter.reply(Wire.write(vector.cast()));
    int said = 0;
    for (int at = 0; at != TestVector.OVER; ) {
      TestVector.Step step = vector.steps().get(at);
      String reply = adapter.reply(lines.computeIfAbsent(step.ask(), Wire::write));
      String came = reply == null ? "nothing" : Wire.reply(Wire.parse(reply), vector.cast()).toString();
      said++;
      Integer next = step.then().get(came);
      if (next == null) {
        return new Wrong(vector, said, step.rules(), came, step.then().keySet());
      }
      at = next;
    }
    return null;
  }
}
