package dev.fanion.adapters.reference;

import dev.fanion.CancelledException;
import dev.fanion.DeadlockException;
import dev.fanion.EventLoop;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reference implementation, in this JVM. With virtual time no scenario has to wait; with real time the loop parks its
 * thread, and a limit takes as long as it says.
 *
 * <h2>Threads</h2>
 * Confined to one thread. Interrupts come from threads of the adapter, which end with it.
 */
public final class ReferenceAdapter implements Adapter {
  private static final Hello ON_ITS_CLOCK = new Hello("Fanion reference", Version.TEXT, Hello.FEATURES);
  private static final Hello ON_THE_SYSTEMS = new Hello(ON_ITS_CLOCK.name(), Version.TEXT, ON_ITS_CLOCK.operations());

  private final ReferenceTime time;
  private final InterruptContext interrupts = new InterruptContext();

  private ReferenceAdapter(ReferenceTime time) {
    this.time = time;
  }

  /** An adapter whose loops run on a clock that advances whenever they would sleep. */
  public static ReferenceAdapter onVirtualTime() {
    return new ReferenceAdapter(new ReferenceTime.Virtual());
  }

  /** An adapter whose loops run on the system's clock. */
  public static ReferenceAdapter onRealTime() {
    return new ReferenceAdapter(new ReferenceTime.Real());
  }

  @Override
  public Hello hello() {
    return realTime() ? ON_THE_SYSTEMS : ON_ITS_CLOCK;
  }

  @Override
  public void run(Cast cast, Driver driver) throws AdapterFailure {
    EventLoop loop = new EventLoop(time.options());
    ReferenceScenario scenario = new ReferenceScenario(loop, cast, driver, time, interrupts);
    try {
      loop.runSteps(scenario::main);
      scenario.ended();
    } catch (CancelledException dropped) {
      scenario.ended(); // another task than main closed the loop, which cancelled main as well
    } catch (DeadlockException deadlock) {
      Set<String> blocked = deadlock.tasks().stream().map(task -> task.name()).collect(Collectors.toSet());
      driver.next(Reply.deadlock(blocked));
    } catch (ReferenceTime.NothingWakes e) {
      throw new AdapterFailure(AdapterFailure.Kind.HANG, "the loop sleeps, and nothing is on its way to wake it");
    } finally {
      time.forget();
    }
    List<Throwable> errors = time.errors();
    if (!errors.isEmpty()) {
      throw new AdapterFailure(AdapterFailure.Kind.ERROR, "a task of the reference failed: " + errors);
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
