package dev.fanion.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Dialogue;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Trouble;
import dev.fanion.conformance.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An adapter that is a child process, as the protocol says: strict turns, a deadline for each reply, and nothing left
 * behind. A process that went wrong is ended, and the next scenario gets a new one.
 *
 * <h2>Threads</h2>
 * Confined to one thread; {@link #close()} from any.
 */
public final class ProcessAdapter implements Adapter {
  /** Shrinking expects replies about as fast as before. */
  private static final int IMPATIENCE = 20;

  private static final long LEAST_PATIENCE = 100_000_000;

  private final List<String> command;
  private final long deadline;
  private final Hello hello;
  private @Nullable Child child;
  private long slowest = 1_000_000;
  private boolean patient = true;

  /**
   * Starts the process and hears its hello.
   *
   * @param deadline for each reply, in nanoseconds
   * @throws Trouble where it does not start, or does not say hello
   */
  public ProcessAdapter(List<String> command, long deadline) throws Trouble {
    this.command = command;
    this.deadline = deadline;
    child = new Child(command);
    try {
      hello = hello(child);
    } catch (Trouble e) {
      close();
      throw new Trouble(e.kind, "the adapter " + command + " did not say hello: " + e.getMessage());
    }
  }

  private Hello hello(Child fresh) throws Trouble {
    String line = fresh.read(deadline);
    try {
      return Wire.hello(Wire.parse(line));
    } catch (Wire.MalformedLine e) {
      throw protocol(fresh, e.getMessage(), line);
    }
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public void run(Begin begin, Dialogue dialogue) throws Trouble {
    boolean fit = false;
    try {
      Child current = child();
      Reply reply = exchange(current, Wire.write(begin), begin, 0);
      Request request = dialogue.next(reply);
      while (request != null) {
        reply = exchange(current, Wire.write(request), begin, request.millis());
        request = dialogue.next(reply);
      }
      fit = reply.over() || abandon(current, begin, reply);
    } finally {
      if (!fit) {
        endChild();
      }
    }
  }

  /**
   * Brings a scenario that was given up to its end, so that the process can go on; false where that fails. The main task
   * must be brought to speak: so everything is set, and each task gets its turn.
   */
  private boolean abandon(Child current, Begin begin, Reply reply) {
    List<Request> last = new ArrayList<>();
    begin.events().forEach(event -> last.add(Request.of(Op.SET, Request.Kind.EVENT, event)));
    begin.flags().forEach(flag -> last.add(Request.of(Op.SET, Request.Kind.FLAG, flag)));
    begin.tasks().forEach(task -> last.add(Request.of(Op.YIELD)));
    boolean wasPatient = patient;
    patient = false;
    try {
      Reply now = reply;
      for (Request request : last) {
        if (!now.task().equals(Begin.MAIN) && !now.over()) {
          now = exchange(current, Wire.write(request), begin, 0);
        }
      }
      return now.over() || now.task().equals(Begin.MAIN)
          && exchange(current, Wire.write(Request.of(Op.END)), begin, 0).equals(Reply.ended());
    } catch (Trouble e) {
      return false; // of a scenario that was given up nothing more is to be learned
    } finally {
      patient = wasPatient;
    }
  }

  private Child child() throws Trouble {
    Child current = child;
    if (current == null) {
      current = new Child(command);
      child = current;
      hello(current);
    }
    return current;
  }

  private Reply exchange(Child current, String request, Begin begin, int millis) throws Trouble {
    if (current.spokeOutOfTurn()) {
      throw protocol(current, "it spoke out of turn", current.read(deadline));
    }
    current.write(request);
    long start = System.nanoTime();
    long patience = patient ? deadline : Math.min(deadline, Math.max(LEAST_PATIENCE, IMPATIENCE * slowest));
    String line = current.read(patience + millis * 1_000_000L);
    if (patient) {
      slowest = Math.max(slowest, System.nanoTime() - start - millis * 1_000_000L);
    }
    try {
      JsonNode node = Wire.parse(line);
      if (node.has("error")) {
        throw new Trouble(Trouble.Kind.ERROR, "the adapter says: " + node.get("error").asText());
      }
      return Wire.reply(node, begin);
    } catch (Wire.MalformedLine e) {
      throw protocol(current, e.getMessage(), line);
    }
  }

  private static Trouble protocol(Child current, String why, String line) {
    String shown = line.length() > 200 ? line.substring(0, 200) + "…" : line;
    return new Trouble(Trouble.Kind.PROTOCOL, why + ": " + shown + current.lastWords());
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public boolean realTime() {
    return true;
  }

  @Override
  public void impatient() {
    patient = false;
  }

  @Override
  public void patient() {
    patient = true;
  }

  private void endChild() {
    Child current = child;
    child = null;
    if (current != null) {
      current.end();
    }
  }

  /** Asks the process to quit, waits for it as long as the deadline says, and ends what is left. */
  @Override
  public void quit() throws Trouble {
    Child current = child;
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
