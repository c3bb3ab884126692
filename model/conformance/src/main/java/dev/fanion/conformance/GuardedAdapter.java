package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Harmless;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Wire;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An adapter in this JVM, held to the protocol as one in a process is: each reply has a deadline and must be one of the protocol,
 * tasks speak in turn, and a scenario comes to its end. An instance that went wrong gets no further scenario; a new one does. A
 * thread that never comes back cannot be ended: it is interrupted, and left behind as a daemon.
 *
 * <h2>Threads</h2>
 * Confined to one thread. An instance is made, and its scenarios are run, on a thread of its own. Its tasks may speak from any.
 */
public final class GuardedAdapter extends PatientAdapter {
  private static final int FRAMES = 6;

  private final Callable<? extends Adapter> maker;
  private final Hello hello;
  private final boolean realTime;
  private @Nullable Instance instance;
  private boolean begun; // whether a scenario has ever begun

  /**
   * Makes the first instance, and asks what it is.
   *
   * @param maker makes an instance
   * @param deadline for each reply, and for an instance to be made, in nanoseconds
   * @throws AdapterFailure if none is made, or if its hello is not as the protocol says
   */
  public GuardedAdapter(Callable<? extends Adapter> maker, long deadline) throws AdapterFailure {
    super(deadline);
    this.maker = maker;
    Adapter first = instance().adapter();
    try {
      hello = Wire.hello(Wire.parse(Wire.write(first.hello())));
      realTime = first.realTime();
    } catch (Wire.MalformedLine | RuntimeException e) {
      close();
      throw protocol("its hello is not of the protocol: " + Harmless.line(String.valueOf(e.getMessage())));
    }
    if (realTime && hello.hasClock()) {
      close();
      throw protocol("it declares the feature \"clock\", and says that its time is real; one of them is wrong");
    }
  }

  private Instance instance() throws AdapterFailure {
    Instance current = instance;
    if (current == null) {
      current = Instance.make(maker, deadline);
      instance = current;
    }
    return current;
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public void run(Cast cast, Driver driver) throws AdapterFailure {
    Instance current = instance();
    Turns turns = new Turns(realTime ? () -> 0 : current.adapter()::nanoTime);
    boolean fit = false;
    current.run(cast, turns);
    try {
      begins();
      Reply reply = first(current, turns, cast);
      Request request = driver.next(reply);
      while (request != null) {
        turns.answer(request);
        reply = reply(current, turns, request, cast);
        request = driver.next(reply);
      }
      turns.answer(null);
      fit = hasEnded(current, turns, reply.over());
    } finally {
      if (!fit) {
        turns.answer(null);
        end();
      }
    }
  }

  /** The first reply of a scenario. If there never was one, that says nothing of the runtime. */
  private Reply first(Instance current, Turns turns, Cast cast) throws AdapterFailure {
    try {
      Reply reply = reply(current, turns, null, cast);
      begun = true;
      return reply;
    } catch (AdapterFailure e) {
      throw begun || e.kind() == AdapterFailure.Kind.PROTOCOL ? e
          : protocol("it has never begun a scenario: the protocol asks for " + Conversation.FIRST + "; " + e.getMessage());
    }
  }

  private Reply reply(Instance current, Turns turns, @Nullable Request request, Cast cast) throws AdapterFailure {
    long most = asks(request == null ? 0 : lasts(request));
    Turns.Came came = turns.await(most);
    came();
    if (came instanceof Turns.Said said) {
      return checked(said, cast);
    } else if (came instanceof Turns.OutOfTurn early) {
      throw protocol(Harmless.line(early.reply() + " was said while it was the turn of another task"));
    } else if (came instanceof Turns.Returned returned) {
      Throwable thrown = returned.thrown();
      throw thrown instanceof AdapterFailure failure ? failure
          : thrown == null ? new AdapterFailure(AdapterFailure.Kind.EXIT, "run() returned in the middle of a scenario")
          : new AdapterFailure(AdapterFailure.Kind.CRASH, "run() threw" + Harmless.behindAColon(words(thrown)));
    }
    throw new AdapterFailure(AdapterFailure.Kind.HANG, String.format(Locale.ROOT, "no reply within %.1f s; run() is in%s",
        most / 1e9, Harmless.behindAColon(frames(current.stack()))));
  }

  private Reply checked(Turns.Said said, Cast cast) throws AdapterFailure {
    if (!realTime && said.now() < now) {
      throw protocol("its clock goes backwards in a scenario, to " + said.now() + " ns");
    }
    now = said.now();
    try {
      return Wire.reply(Wire.parse(Wire.write(said.reply())), cast);
    } catch (Wire.MalformedLine | RuntimeException e) {
      throw protocol("it said what is not of the protocol: " + Harmless.line(String.valueOf(e.getMessage())));
    }
  }

  /** Whether {@code run} returns, as it must when the scenario is over. One that was given up may go wrong on the way. */
  private boolean hasEnded(Instance current, Turns turns, boolean over) throws AdapterFailure {
    int before = patience.reduce(over ? 0 : 1);
    try {
      Turns.Came came = turns.await(patience.nanos());
      if (came instanceof Turns.Returned returned && returned.thrown() == null) {
        return true;
      } else if (!over) {
        return false;
      }
      throw new AdapterFailure(AdapterFailure.Kind.ERROR, "the scenario is over, but " + (came instanceof Turns.Returned returned
          ? "run() threw" + Harmless.behindAColon(words(returned.thrown()))
          : came == null ? "run() does not return; it is in" + Harmless.behindAColon(frames(current.stack()))
          : "a task speaks: " + came));
    } finally {
      patience.reduce(before);
    }
  }

  private static String words(@Nullable Throwable thrown) {
    return thrown == null ? "nothing" : thrown + "\n" + frames(thrown.getStackTrace());
  }

  private static String frames(StackTraceElement[] stack) {
    Stream<StackTraceElement> top = Arrays.stream(stack).limit(FRAMES);
    return stack.length == 0 ? "no method" : top.map(frame -> "at " + frame).collect(Collectors.joining("\n"));
  }

  private static AdapterFailure protocol(String words) {
    return new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "the adapter broke the protocol: " + words);
  }

  @Override
  public boolean realTime() {
    return realTime;
  }

  /** Ends the instance. The next scenario gets a new one. */
  @Override
  public void quit() throws AdapterFailure {
    Instance current = instance;
    instance = null;
    if (current != null) {
      current.quit(deadline);
    }
  }

  private void end() {
    Instance current = instance;
    instance = null;
    if (current != null) {
      current.end();
    }
  }

  @Override
  public void close() {
    end();
  }
}
