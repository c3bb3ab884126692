package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Wire;
import java.util.List;

/**
 * Gives the replies of one recorded scenario, at the times at which they came.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class RecordedScenario {
  private final List<RecordedStep> steps;
  private int at;
  private long now = RecordedStep.UNKNOWN; // begins with the first reply: a clock of its own may begin anew then

  /** The steps of a scenario, of which the first is its {@code begin}. */
  RecordedScenario(List<RecordedStep> steps) {
    this.steps = steps;
  }

  /** The step that is under way. */
  RecordedStep step() {
    return steps.get(at);
  }

  /** The next request is made. */
  RecordedStep advance() {
    at++;
    now = Math.max(now, step().sent());
    return step();
  }

  /** Whether another request was recorded. */
  boolean hasNext() {
    return at + 1 < steps.size();
  }

  /** Gives the replies, up to the first request that has none. */
  void run(Cast cast, Driver driver) throws Wire.MalformedLine {
    boolean goesOn = true;
    while (goesOn && step().reply() != null) {
      now = Math.max(now, step().told());
      goesOn = driver.next(Wire.reply(step().reply(), cast)) != null;
    }
  }

  /** When the last request was made, or the last reply came, in nanoseconds. */
  long nanoTime() {
    return Math.max(0, now);
  }
}
