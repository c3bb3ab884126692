package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Wire;
import java.util.List;

/**
 * Gives the replies of one recorded scenario, at the times at which they came.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class RecordedAdapter implements Adapter {
  private final Hello hello;
  private List<RecordedStep> steps = List.of();
  private int at;
  private long now;

  RecordedAdapter(Hello hello) {
    this.hello = hello;
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

  @Override
  public Hello hello() {
    return hello;
  }

  /** Runs a scenario, up to its first request without a reply. */
  void run(List<RecordedStep> recorded, Cast cast, Driver driver) throws Wire.MalformedLine {
    steps = recorded;
    at = 0;
    now = step().sent();
    boolean goesOn = true;
    while (goesOn && step().reply() != null) {
      now = Math.max(now, step().told());
      goesOn = driver.next(Wire.reply(step().reply(), cast)) != null;
    }
  }

  @Override
  public void run(Cast cast, Driver driver) {
    throw new UnsupportedOperationException("what was recorded is run by its steps");
  }

  @Override
  public long nanoTime() {
    return Math.max(0, now);
  }

  @Override
  public boolean realTime() {
    return !hello.hasClock();
  }

  @Override
  public void close() {}
}
