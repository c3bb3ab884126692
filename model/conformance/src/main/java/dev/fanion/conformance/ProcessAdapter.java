package dev.fanion.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Harmless;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An adapter that is a child process. The suite and the process take strict turns, each reply has a deadline, and no process
 * is left behind. A process that went wrong is ended, and the next scenario gets a new one.
 *
 * <h2>Threads</h2>
 * Confined to one thread; {@link #close()} from any.
 */
public final class ProcessAdapter extends PatientAdapter {
  /** How the message begins if a line came to which no request was sent. */
  static final String OUT_OF_TURN = "it spoke out of turn, before it was sent the next request";

  private final Greeting greeting;
  private final Hello hello;
  private @Nullable ChildProcess child;
  private boolean begun; // whether a scenario has ever begun

  /**
   * Starts the process and reads its hello.
   *
   * @param deadline for each reply, in nanoseconds; the hello may take twice as long
   * @throws AdapterFailure if it does not start, or does not say hello
   */
  public ProcessAdapter(List<String> command, long deadline) throws AdapterFailure {
    super(deadline);
    greeting = new Greeting(command, deadline);
    child = new ChildProcess(command);
    try {
      hello = greeting.of(child);
    } catch (AdapterFailure e) {
      close();
      throw e;
    }
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public void run(Cast cast, Driver driver) throws AdapterFailure {
    boolean fit = false;
    try {
      ChildProcess current = child();
      Reply reply = begin(current, cast);
      Request request = driver.next(reply);
      while (request != null) {
        reply = exchange(current, Wire.write(request), cast, lasts(request));
        request = driver.next(reply);
      }
      fit = reply.over() || abandon(current, cast, reply);
    } finally {
      if (!fit) {
        endChild();
      }
    }
  }

  /** Begins a scenario. If the adapter has never answered, that says nothing of its runtime. */
  private Reply begin(ChildProcess current, Cast cast) throws AdapterFailure {
    begins();
    try {
      Reply reply = exchange(current, Wire.write(cast), cast, 0);
      begun = true;
      return reply;
    } catch (AdapterFailure e) {
      if (begun || e.kind() == AdapterFailure.Kind.PROTOCOL) {
        throw e;
      }
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "the adapter said hello, but has never begun a scenario: it was"
          + " sent " + Wire.write(cast) + ", and the protocol asks for " + Wire.write(Reply.of(Cast.MAIN, Result.STARTED)) + "; "
          + e.getMessage());
    }
  }

  /**
   * Ends a scenario that was given up, so that the process can run the next one. Only the main task can end a scenario;
   * everything is set and each task gets a turn, so that the main task runs.
   *
   * @return whether the scenario ended
   */
  private boolean abandon(ChildProcess current, Cast cast, Reply reply) {
    List<Request> last = new ArrayList<>();
    cast.events().forEach(event -> last.add(Request.of(Op.SET, Request.Kind.EVENT, event)));
    cast.flags().forEach(flag -> last.add(Request.of(Op.SET, Request.Kind.FLAG, flag)));
    cast.tasks().forEach(task -> last.add(Request.of(Op.YIELD)));
    int before = patience.reduce(1);
    try {
      Reply now = reply;
      for (Request request : last) {
        if (!now.task().equals(Cast.MAIN) && !now.over()) {
          now = exchange(current, Wire.write(request), cast, 0);
        }
      }
      return now.over() || now.task().equals(Cast.MAIN)
          && exchange(current, Wire.write(Request.of(Op.END)), cast, 0).equals(Reply.ended());
    } catch (AdapterFailure e) {
      return false; // the scenario was given up before, so that its failure says nothing
    } finally {
      patience.reduce(before);
    }
  }

  private ChildProcess child() throws AdapterFailure {
    ChildProcess current = child;
    if (current == null) {
      current = greeting.another();
      child = current;
    }
    return current;
  }

  private Reply exchange(ChildProcess current, String request, Cast cast, int millis) throws AdapterFailure {
    if (current.spokeOutOfTurn()) {
      throw protocol(current, OUT_OF_TURN + " (does it give the loop a turn while it reads, or answer twice?)",
          current.read(deadline));
    }
    String line = answer(current, request, asks(millis));
    came();
    try {
      JsonNode node = Wire.parse(line);
      if (node.has("error")) {
        String words = Harmless.behindAColon(node.get("error").asText());
        throw new AdapterFailure(AdapterFailure.Kind.ERROR, "the adapter says:" + words);
      }
      now = hello.hasClock() ? Wire.now(node, now) : now;
      return Wire.reply(node, cast);
    } catch (Wire.MalformedLine e) {
      throw protocol(current, e.getMessage(), line);
    }
  }

  /** One line for another. A line of which only a part comes is a mistake of the adapter: no runtime writes half of one. */
  private String answer(ChildProcess current, String request, long most) throws AdapterFailure {
    try {
      current.write(request, most);
      return current.read(most);
    } catch (AdapterFailure e) {
      if (patience.isWhole() && current.brokeOff() && e.kind() == AdapterFailure.Kind.HANG) {
        throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, e.getMessage());
      }
      throw e;
    }
  }

  private static AdapterFailure protocol(ChildProcess current, String why, String line) {
    return new AdapterFailure(AdapterFailure.Kind.PROTOCOL, why + ": " + Harmless.beginning(line) + current.errorOutput());
  }

  @Override
  public boolean realTime() {
    return !hello.hasClock();
  }

  private void endChild() {
    ChildProcess current = child;
    child = null;
    if (current != null) {
      current.end();
    }
  }

  /** Asks the process to quit, waits for that until the deadline, and ends what is left. */
  @Override
  public void quit() throws AdapterFailure {
    ChildProcess current = child;
    child = null;
    if (current != null) {
      current.quit(deadline);
    }
  }

  @Override
  public void close() {
    endChild();
  }
}
