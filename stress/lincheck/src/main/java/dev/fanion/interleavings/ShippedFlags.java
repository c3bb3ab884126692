package dev.fanion.interleavings;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;

/** The shipped flag and loop against setters. Each static method without a result is a scenario. */
final class ShippedFlags {

  private final Watch watch;
  private final EventLoop loop;
  private final ThreadSafeFlag flag;
  private volatile boolean cleared;

  private ShippedFlags(Watch watch) {
    this.watch = watch;
    loop = new EventLoop(LoopOptions.defaults().withTime(watch, watch));
    flag = new ThreadSafeFlag(loop, "f");
  }

  private static ShippedFlags with(int setters, int payloadsEach) {
    return new ShippedFlags(new Watch(setters, payloadsEach));
  }

  static void oneSetter() {
    ShippedFlags system = with(1, 1);
    system.runWaiting(system.sender(0, 1));
  }

  static void twoSetters() {
    ShippedFlags system = with(2, 1);
    system.runWaiting(system.sender(0, 1), system.sender(1, 1));
  }

  static void coalescingSets() {
    ShippedFlags system = with(1, 3);
    system.runWaiting(system.sender(0, 3));
  }

  /** A signal is there before the race. So its consumption races, without a wait that blocks. */
  static void setAgainstConsume() {
    ShippedFlags system = with(1, 2);
    system.sender(0, 1).act();
    system.runWaiting(system.sender(0, 1));
  }

  /** The first of two setters that comes to unpark stops there. The other must wake the task. */
  static void stoppedSetter() {
    ShippedFlags system = new ShippedFlags(new Watch(2, 1).stoppingTheFirstUnpark());
    Actor[] senders = {system.sender(0, 1), system.sender(1, 1)};
    Actor.startAll(senders);
    system.loop.runSteps(() -> system.flag.await(system::receiveAndEnd));
    Actor.joinAll(senders);
  }

  private void runWaiting(Actor... senders) {
    Actor.startAll(senders);
    loop.runSteps(this::awaitAll);
    Actor.joinAll(senders);
  }

  private Actor sender(int number, int payloads) {
    return new FlagSender(watch, number, payloads, flag);
  }

  private Next<Void> awaitAll() {
    return flag.await(this::receive);
  }

  private Next<Void> receive() {
    watch.receive();
    return watch.isExpecting() ? awaitAll() : Next.end();
  }

  private Next<Void> receiveAndEnd() {
    watch.receive();
    return Next.end();
  }

  /** Two tasks of one loop, each with a flag and a setter of its own. */
  static void twoFlags() {
    ShippedFlags system = with(2, 1);
    ThreadSafeFlag other = new ThreadSafeFlag(system.loop, "g");
    Actor[] senders = {system.sender(0, 1), new FlagSender(system.watch, 1, 1, other)};
    Actor.startAll(senders);
    system.loop.runSteps(() -> {
      Task<Void> second = system.loop.spawnSteps(() -> other.await(system::receiveAndEnd));
      return system.flag.await(() -> {
        system.watch.receive();
        return second.await(Next::end);
      });
    });
    Actor.joinAll(senders);
  }

  /**
   * Another task clears the flag once. If the clear took back the signal, that task sets the flag itself at the end. If the
   * signal is there, or was set after the clear, the waiter must wake without this help.
   */
  static void setAgainstClear() {
    ShippedFlags system = with(0, 0);
    ThreadSafeFlag over = new ThreadSafeFlag(system.loop, "over");
    var setter = new Actor() {
      private boolean after;

      @Override
      void act() {
        system.flag.set();
        after = system.cleared;
        system.flag.set();
        over.set();
      }
    };
    Actor.startAll(setter);
    system.loop.runSteps(() -> {
      Task<Void> clearing = system.loop.spawnSteps(() -> {
        system.flag.clear();
        system.cleared = true;
        return over.await(() -> {
          if (!setter.after && system.flag.toString().contains("[clear")) {
            system.flag.set();
          }
          return Next.end();
        });
      });
      return system.flag.await(() -> clearing.await(Next::end));
    });
    Actor.joinAll(setter);
  }

  /** The wait is cancelled once, then called again. One of the two must bring the payload. */
  static void setAgainstCancel() {
    ShippedFlags system = with(1, 1);
    Actor sender = system.sender(0, 1);
    Actor.startAll(sender);
    system.loop.runSteps(() -> {
      Task<Void> waiting = system.loop.spawnSteps(
          () -> system.flag.await(system::receiveAndEnd, cancelled -> system.flag.await(system::receiveAndEnd)));
      return system.loop.sleep(Duration.ZERO, () -> {
        waiting.cancel();
        return waiting.await(Next::end);
      });
    });
    Actor.joinAll(sender);
  }

  /** The limit passes at any moment, then the wait is called again. One of the two must bring the payload. */
  static void setAgainstLimit() {
    ShippedFlags system = with(1, 1);
    Actor[] actors = {system.sender(0, 1), new Actor.Ticker(system.watch)};
    Actor.startAll(actors);
    system.loop.runSteps(() -> system.flag.await(Duration.ofNanos(1), system::receiveAndEnd,
        timedOut -> system.flag.await(system::receiveAndEnd)));
    Actor.joinAll(actors);
  }

  private static final class FlagSender extends Actor.Sender {
    private final ThreadSafeFlag target;

    FlagSender(Watch watch, int number, int payloads, ThreadSafeFlag target) {
      super(watch, number, payloads);
      this.target = target;
    }

    @Override
    void set() {
      target.set();
    }
  }
}
