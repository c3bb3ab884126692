package dev.fanion.interleavings;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Step;
import dev.fanion.Task;

/** The shipped event. An actor uses it from outside its loop while tasks use it. The event refuses each such call. */
final class ShippedEvent {
  private final EventLoop loop;
  private final Event event;
  private int returns;

  private ShippedEvent() {
    Watch watch = new Watch(0, 0);
    loop = new EventLoop(LoopOptions.defaults().withTime(watch, watch));
    event = new Event(loop, "e");
  }

  static void offLoopUse() {
    new ShippedEvent().run();
  }

  private void run() {
    Actor setter = new Actor() {
      @Override
      void act() {
        refused(event::set);
        refused(event::clear);
        refused(event::isSet);
        refused(event::await);
      }
    };
    Actor.startAll(setter);
    loop.runSteps(() -> {
      Task<Void> first = loop.spawnSteps(awaitOnce());
      Task<Void> second = loop.spawnSteps(awaitOnce());
      loop.spawnSteps(() -> {
        check(!event.isSet() && returns == 0, "an event was set that nobody set");
        event.set();
        check(event.isSet(), "an event is not set that was set");
        return Next.end();
      });
      return first.await(() -> second.await(Next::end));
    });
    Actor.joinAll(setter);
    check(returns == 2, "a waiter was not woken exactly once");
  }

  private Step<Void> awaitOnce() {
    return () -> event.await(() -> {
      returns++;
      return Next.end();
    });
  }

  private static void refused(Runnable call) {
    try {
      call.run();
    } catch (IllegalStateException refusal) {
      check(refusal.getMessage().contains("use ThreadSafeFlag.set()"), "a refusal does not name the cure");
      return;
    }
    throw new IllegalStateException("an off-loop call was not refused");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
