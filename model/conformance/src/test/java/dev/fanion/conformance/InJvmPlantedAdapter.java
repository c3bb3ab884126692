package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Wire;

/**
 * A planted adapter in this JVM that reads and writes the lines of the protocol. Its time is virtual, and a silence is a hang
 * at once, without a deadline.
 */
class InJvmPlantedAdapter implements Adapter {
  private final PlantedTime time;
  private final PlantedAdapter planted;
  private final Hello hello;
  private long said;

  InJvmPlantedAdapter(Bug bug, Sides sides, PlantedLoop.Notice notice) throws Wire.MalformedLine {
    this(bug, sides, notice, PlantedTime.virtual(), false);
  }

  /** On this time, which is said to be the runtime's own clock or not. */
  InJvmPlantedAdapter(Bug bug, Sides sides, PlantedLoop.Notice notice, PlantedTime time, boolean clock)
      throws Wire.MalformedLine {
    this.time = time;
    planted = new PlantedAdapter(bug, sides, notice, time);
    String said = planted.hello();
    hello = Wire.hello(Wire.parse(clock ? PlantedAdapter.withClock(said) : said));
  }

  /** What the suite finds in the planted runtime with this mistake, on these sides. */
  static Results judged(Bug bug, Sides sides, PlantedLoop.Notice notice, Plan plan, ModelCache models)
      throws Wire.MalformedLine {
    return new Suite(new InJvmPlantedAdapter(bug, sides, notice), plan, models, Progress.none()).run();
  }

  /** What the suite and the planted runtime say to each other, as a number: two runs with the same number were alike. */
  static long said(Bug bug, Sides sides, Plan plan, ModelCache models) throws Wire.MalformedLine {
    InJvmPlantedAdapter adapter = new InJvmPlantedAdapter(bug, sides, PlantedLoop.Notice.TURN);
    new Suite(adapter, plan, models, Progress.none()).run();
    return adapter.said;
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public void run(Cast cast, Driver driver) throws AdapterFailure {
    Request request = driver.next(exchange(Wire.write(cast), cast));
    while (request != null) {
      request = driver.next(exchange(Wire.write(request), cast));
    }
  }

  private Reply exchange(String line, Cast cast) throws AdapterFailure {
    String reply = planted.reply(line);
    said = 31 * (31 * said + line.hashCode()) + (reply == null ? 0 : reply.hashCode());
    if (reply == null) {
      throw new AdapterFailure(AdapterFailure.Kind.HANG, "no reply");
    }
    try {
      return Wire.reply(Wire.parse(reply), cast);
    } catch (Wire.MalformedLine e) {
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, e.getMessage() + ": " + reply);
    }
  }

  @Override
  public long nanoTime() {
    return time.nanoTime();
  }

  @Override
  public boolean realTime() {
    return false;
  }

  @Override
  public void quit() {
    planted.begins();
  }

  @Override
  public void discard() {
    planted.begins();
  }

  @Override
  public void close() {}
}
