package dev.fanion.adapters.reference;

import dev.fanion.CancelledException;
import dev.fanion.DeadlockException;
import dev.fanion.EventLoop;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Dialogue;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Trouble;
import dev.fanion.conformance.protocol.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reference implementation, in this JVM. With virtual time a scenario of any length takes none; with real time its
 * loop parks its thread, and limits take as long as they say.
 *
 * <h2>Threads</h2>
 * Confined to one thread. Interrupts come from threads of its own, which end with it.
 */
public final class ReferenceAdapter implements Adapter {
  private static final Hello HELLO = new Hello("Fanion reference", Version.TEXT, Hello.FEATURES);

  private final ReferenceTime time;
  private final InterruptContext interrupts = new InterruptContext();

  private ReferenceAdapter(ReferenceTime time) {
    this.time = time;
  }

  /** Its loops run on a clock that is put forward whenever they would sleep. */
  public static ReferenceAdapter onVirtualTime() {
    return new ReferenceAdapter(new ReferenceTime.Virtual());
  }

  /** Its loops run on the system's clock. */
  public static ReferenceAdapter onRealTime() {
    return new ReferenceAdapter(new ReferenceTime.Real());
  }

  @Override
  public Hello hello() {
    return HELLO;
  }

  @Override
  public void run(Begin begin, Dialogue dialogue) throws Trouble {
    EventLoop loop = new EventLoop(time.options());
    ReferenceScenario scenario = new ReferenceScenario(loop, begin, dialogue, time, interrupts);
    try {
      loop.runSteps(scenario::main);
      scenario.ended();
    } catch (CancelledException dropped) {
      scenario.ended(); // by another task than main, which was dropped with all the rest
    } catch (DeadlockException deadlock) {
      Set<String> blocked = deadlock.tasks().stream().map(task -> task.name()).collect(Collectors.toSet());
      dialogue.next(Reply.deadlock(blocked));
    } catch (ReferenceTime.NothingWakes e) {
      throw new Trouble(Trouble.Kind.HANG, "the loop sleeps, and nothing is on its way to wake it");
    } finally {
      time.forget();
    }
    List<Throwable> errors = time.errors();
    if (!errors.isEmpty()) {
      throw new Trouble(Trouble.Kind.ERROR, "a task of the reference failed: " + errors);
    }
  }

  @Override
  public long nanoTime() {
    return time.nanoTime();
  }

  @Override
  public boolean realTime() {
    return time instanceof ReferenceTime.Real;
  }

  @Override
  public void close() {
    interrupts.close();
    time.close();
  }
}
