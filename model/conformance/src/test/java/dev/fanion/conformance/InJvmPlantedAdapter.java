package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Dialogue;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Trouble;
import dev.fanion.conformance.protocol.Wire;

/** A planted adapter in this JVM, spoken to in the protocol's own lines. Its time is virtual, and silence
 * is told at once, without a deadline. */
final class InJvmPlantedAdapter implements Adapter {
  private final PlantedTime time = PlantedTime.virtual();
  private final PlantedAdapter planted;
  private final Hello hello;

  InJvmPlantedAdapter(Bug bug, PlantedRuntime.Side side, PlantedLoop.Notice notice) throws Wire.MalformedLine {
    planted = new PlantedAdapter(bug, side, notice, time);
    hello = Wire.hello(Wire.parse(planted.hello()));
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public void run(Begin begin, Dialogue dialogue) throws Trouble {
    Request request = dialogue.next(exchange(Wire.write(begin), begin));
    while (request != null) {
      request = dialogue.next(exchange(Wire.write(request), begin));
    }
  }

  private Reply exchange(String line, Begin begin) throws Trouble {
    String reply = planted.reply(line);
    if (reply == null) {
      throw new Trouble(Trouble.Kind.HANG, "no reply");
    }
    try {
      return Wire.reply(Wire.parse(reply), begin);
    } catch (Wire.MalformedLine e) {
      throw new Trouble(Trouble.Kind.PROTOCOL, e.getMessage() + ": " + reply);
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
  public void close() {}
}
