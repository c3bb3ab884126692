package dev.fanion.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * An event is a multicast sink. A waiter is a subscriber that stays subscribed and asks for one signal at a time. The emitter
 * calls the waiter on the emitter's stack, or the waiter has its turn from a queue.
 */
final class SinkTasks extends Subject {
  private final Sinks.Many<Boolean> event = Sinks.unsafe().many().multicast().directBestEffort();
  private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
  private final Scheduler loop = Schedulers.fromExecutor(queue::add);
  private final List<Waiter> waiting = new ArrayList<>();
  private final Flux<Boolean> signals;
  private int next;

  private SinkTasks(boolean called) {
    signals = called ? event.asFlux() : event.asFlux().publishOn(loop);
  }

  static SinkTasks called() {
    return new SinkTasks(true);
  }

  static SinkTasks onLoop() {
    return new SinkTasks(false);
  }

  private void drain() {
    for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
      task.run();
    }
  }

  @Override
  void blockToSet(int waiters) {
    for (int i = 0; i < waiters; i++) {
      signals.subscribe(new Waiter());
    }
  }

  @Override
  void blockSharing(int waiters) {
    blockToSet(waiters); // a subscriber cannot be shared
  }

  @Override
  void blockToCancel(int waiters) {
    for (int i = 0; i < waiters; i++) {
      waiting.add(new Waiter());
      signals.subscribe(waiting.get(i));
    }
  }

  @Override
  void setAndResumeAll() {
    event.tryEmitNext(true).orThrow();
    drain();
  }

  @Override
  void cancelOne() {
    waiting.get(next).cancel();
    waiting.set(next, new Waiter());
    signals.subscribe(waiting.get(next));
    drain();
    next = Stride.after(next, waiting.size());
  }

  @Override
  void pingPong(int rounds) {
    Sinks.Many<Boolean> ping = Sinks.unsafe().many().multicast().directBestEffort();
    Sinks.Many<Boolean> pong = Sinks.unsafe().many().multicast().directBestEffort();
    Player first = new Player(ping, rounds);
    Player second = new Player(pong, rounds);
    pong.asFlux().publishOn(loop).subscribe(first);
    ping.asFlux().publishOn(loop).subscribe(second);
    ping.tryEmitNext(true).orThrow();
    while (first.left > 0) {
      queue.remove().run();
    }
    turns += rounds - first.left;
  }

  @Override
  void awaitSet(int times) {
    Sinks.One<Boolean> done = Sinks.unsafe().one();
    done.tryEmitValue(true).orThrow();
    Mono<Boolean> mono = done.asMono();
    for (int i = 0; i < times; i++) {
      mono.subscribe(value -> turns++);
    }
  }

  private final class Waiter extends BaseSubscriber<Boolean> {
    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      request(1);
    }

    @Override
    protected void hookOnNext(Boolean value) {
      turns++;
      request(1);
    }

    @Override
    protected void hookOnCancel() {
      turns++;
    }
  }

  private static final class Player extends BaseSubscriber<Boolean> {
    private final Sinks.Many<Boolean> other;
    private int left;

    Player(Sinks.Many<Boolean> other, int rounds) {
      this.other = other;
      left = rounds;
    }

    @Override
    protected void hookOnNext(Boolean value) {
      if (left > 0) {
        left--;
        other.tryEmitNext(true).orThrow();
      }
    }
  }
}
