package dev.fanion.bench;

import io.netty.channel.DefaultEventLoop;
import io.netty.util.concurrent.FutureListener;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScopeKt;
import kotlinx.coroutines.flow.MutableStateFlow;
import kotlinx.coroutines.flow.StateFlowKt;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The loops of the peers. Each sleeps in its own way. */
final class PeerLoopSleepers {
  private PeerLoopSleepers() {}

  /** A promise of Netty's event loop with one listener; then the next promise. */
  static final class Netty extends Sleeper {
    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final Thread thread = loop.submit(Thread::currentThread).syncUninterruptibly().getNow();
    private final FutureListener<Void> listener = done -> awake();
    private Promise<Void> event = waiting();

    private Promise<Void> waiting() {
      Promise<Void> next = loop.newPromise();
      return next.addListener(listener);
    }

    @Override
    Thread thread() {
      return thread;
    }

    @Override
    void signal() {
      Promise<Void> due = event;
      event = waiting();
      due.setSuccess(null);
    }

    @Override
    public void close() {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  /** A collector in the loop of runBlocking. */
  static final class StateFlow extends Sleeper {
    private final MutableStateFlow<Integer> event = StateFlowKt.MutableStateFlow(0);
    private final Thread thread = new Thread(() -> Peers.quietly(this::collect), "runBlocking");

    StateFlow() {
      thread.setDaemon(true);
      thread.start();
    }

    private void collect() throws InterruptedException {
      try {
        BuildersKt.runBlocking(EmptyCoroutineContext.INSTANCE, (scope, then) -> event.collect((value, next) -> {
          if (value < 0) {
            CoroutineScopeKt.cancel(scope, null);
          }
          awake();
          return Unit.INSTANCE;
        }, then));
      } catch (CancellationException closed) {
        return; // close() sent the value that ends the collector
      }
    }

    @Override
    Thread thread() {
      return thread;
    }

    @Override
    void signal() {
      event.setValue(event.getValue() + 1);
    }

    @Override
    public void close() {
      event.setValue(-1);
      Peers.quietly(thread::join);
    }
  }

  /** A subscriber on a scheduler of one thread. */
  static final class Reactor extends Sleeper {
    private final Scheduler loop = Schedulers.newSingle("reactor", true);
    private final Sinks.Many<Boolean> event = Sinks.many().multicast().directBestEffort();
    private volatile Thread thread;

    Reactor() {
      event.asFlux().publishOn(loop).subscribe(value -> {
        thread = Thread.currentThread();
        awake();
      });
      signal();
      while (thread == null) {
        Thread.onSpinWait();
      }
    }

    @Override
    Thread thread() {
      return thread;
    }

    @Override
    void signal() {
      event.tryEmitNext(true).orThrow();
    }

    @Override
    public void close() {
      loop.dispose();
    }
  }
}
