package dev.fanion.schedules;

import dev.fanion.CancelledException;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Parker;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The shipped loop and flag against setters. Each static method is a scenario, and takes what the loop gets from outside. */
final class ShippedLoops {
  static final String CLAIM = "the flag is set, and the loop that sleeps was not yet unparked";

  /** Some looks at the clock, which moves at each. */
  private static final Duration LIMIT = Duration.ofNanos(300_000);

  private final EventLoop loop;
  private final ThreadSafeFlag flag;
  private final Payloads payloads;

  private ShippedLoops(LoopOptions options, Payloads payloads) {
    loop = new EventLoop(options);
    flag = new ThreadSafeFlag(loop, "f");
    this.payloads = payloads;
  }

  static void setters(int setters, int payloadsEach, LoopOptions options) {
    ShippedLoops system = new ShippedLoops(options, new Payloads(setters * payloadsEach));
    Thread[] senders = new Thread[setters];
    for (int i = 0; i < setters; i++) {
      senders[i] = system.payloads.sender(payloadsEach, system.flag::set);
    }
    Payloads.start(senders);
    system.loop.runSteps(system::awaitAll);
    Payloads.join(senders);
  }

  private Next<@Nullable Void> awaitAll() {
    return flag.await(() -> {
      payloads.receive();
      return payloads.isExpecting() ? awaitAll() : Next.end();
    });
  }

  private Next<@Nullable Void> receiveAndEnd() {
    payloads.receive();
    return Next.end();
  }

  static void stoppedSetter() {
    Payloads payloads = new Payloads(2).stoppingTheFirstUnpark();
    ShippedLoops system = new ShippedLoops(new PermitParker.Stopping(payloads).options(), payloads);
    Thread[] senders = {payloads.sender(1, system.flag::set), payloads.sender(1, system.flag::set)};
    Payloads.start(senders);
    system.loop.runSteps(() -> system.flag.await(system::receiveAndEnd));
    Payloads.join(senders);
  }

  /** Two tasks of one loop, each with a flag and a setter of its own. */
  static void twoFlags(LoopOptions options) {
    ShippedLoops system = new ShippedLoops(options, new Payloads(2));
    ThreadSafeFlag other = new ThreadSafeFlag(system.loop, "g");
    Thread[] senders = {system.payloads.sender(1, system.flag::set), system.payloads.sender(1, other::set)};
    Payloads.start(senders);
    system.loop.runSteps(() -> {
      Task<@Nullable Void> second = system.loop.spawnSteps(() -> other.await(system::receiveAndEnd));
      return system.flag.await(() -> {
        system.payloads.receive();
        return second.await(Next::end);
      });
    });
    Payloads.join(senders);
  }

  /** Another task clears the flag, and sets it itself when the setter has ended, if it is clear then. */
  static void clear() {
    ShippedLoops system = new ShippedLoops(LoopOptions.defaults(), new Payloads(2));
    ThreadSafeFlag over = new ThreadSafeFlag(system.loop, "over");
    Thread sender = system.payloads.sender(2, system.flag::set);
    Thread closer = new Thread(() -> {
      Payloads.join(sender);
      over.set();
    });
    Payloads.start(sender, closer);
    system.loop.runSteps(() -> {
      Task<@Nullable Void> clearing = system.loop.spawnSteps(() -> {
        system.flag.clear();
        return over.await(() -> {
          if (system.flag.toString().contains("[clear")) {
            system.flag.set();
          }
          return Next.end();
        });
      });
      return system.flag.await(() -> clearing.await(Next::end));
    });
    Payloads.join(sender, closer);
  }

  /** The wait is cancelled once, then called again. One of the two must bring the payload. */
  static void cancelled() {
    ShippedLoops system = new ShippedLoops(LoopOptions.defaults(), new Payloads(1));
    Thread sender = system.payloads.sender(1, system.flag::set);
    Payloads.start(sender);
    system.loop.runSteps(() -> {
      Task<@Nullable Void> waiting = system.loop.spawnSteps(
          () -> system.flag.await(system::receiveAndEnd, cancelled -> system.flag.await(system::receiveAndEnd)));
      return system.loop.sleep(Duration.ZERO, () -> {
        waiting.cancel();
        return waiting.await(Next::end);
      });
    });
    Payloads.join(sender);
  }

  /** The limit passes at any moment, then the wait is called again. One of the two must bring the payload. */
  static void limited(LoopOptions options) {
    ShippedLoops system = new ShippedLoops(options, new Payloads(1));
    Thread sender = system.payloads.sender(1, system.flag::set);
    Payloads.start(sender);
    system.loop.runSteps(
        () -> system.flag.await(LIMIT, system::receiveAndEnd, timedOut -> system.flag.await(system::receiveAndEnd)));
    Payloads.join(sender);
  }

  /**
   * Two direct tasks, each on a thread of its own, and each with a flag and a setter of its own. The threads are the system's:
   * Fray does not control virtual ones.
   */
  static void directTasks(LoopOptions options) {
    ShippedLoops system = new ShippedLoops(options.withThreads(Thread::new), new Payloads(2));
    ThreadSafeFlag other = new ThreadSafeFlag(system.loop, "g");
    Thread[] senders = {system.payloads.sender(1, system.flag::set), system.payloads.sender(1, other::set)};
    Payloads.start(senders);
    system.loop.run(() -> {
      Task<@Nullable Void> second = system.loop.spawn("second", () -> {
        other.await();
        system.payloads.receive();
      });
      system.flag.await();
      system.payloads.receive();
      second.await();
    });
    Payloads.join(senders);
  }

  /** Nobody sets the flag. An interrupt of the loop's thread must end the wait. */
  static void interrupted(LoopOptions options) {
    ShippedLoops system = new ShippedLoops(options, new Payloads(0));
    Thread home = Thread.currentThread();
    Thread interrupter = new Thread(home::interrupt);
    Payloads.start(interrupter);
    try {
      system.loop.runSteps(() -> system.flag.await(Next::end));
      throw new IllegalStateException("a wait returned without a set");
    } catch (CancelledException expected) {
      if (!Thread.interrupted()) {
        throw new IllegalStateException("the interrupt was swallowed");
      }
    }
    Payloads.join(interrupter);
  }

  /** The loop sleeps, and ends, with setters at any place. A set() returns also after the end. */
  static void ends(LoopOptions options) {
    ShippedLoops system = new ShippedLoops(options, new Payloads(2));
    Thread[] senders = {system.payloads.sender(1, system.flag::set), system.payloads.sender(1, system.flag::set)};
    Payloads.start(senders);
    system.loop.runSteps(() -> {
      system.loop.spawnSteps(() -> system.flag.await(Next::end));
      return system.loop.sleep(LIMIT, Next::end);
    });
    Payloads.join(senders);
  }

  /**
   * The wrong claim that {@code set()} is one step. A loop is asleep; one thread sets, and one looks. It fails only if Fray
   * stops a thread inside the shipped {@code set()}. So it shows if the shipped classes are not transformed.
   */
  static void claimsThatSetIsOneStep() {
    boolean[] unparked = new boolean[1];
    ShippedLoops system = new ShippedLoops(
        LoopOptions.defaults().withTime(System::nanoTime, Parker.withWakeup(() -> unparked[0] = true)), new Payloads(1));
    system.loop.startSteps(() -> system.flag.await(Next::end));
    system.loop.runReady();
    Thread sender = system.payloads.sender(1, system.flag::set);
    Payloads.start(sender);
    if (system.flag.toString().contains("[set") && !unparked[0]) {
      throw new IllegalStateException(CLAIM);
    }
    Payloads.join(sender);
  }
}
