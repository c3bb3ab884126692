package dev.fanion.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineScopeKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.flow.FlowCollector;
import kotlinx.coroutines.flow.FlowKt;
import kotlinx.coroutines.flow.MutableStateFlow;
import kotlinx.coroutines.flow.StateFlowKt;

/** An event is a state flow, and a set changes its value. A waiter is a coroutine that collects the flow, run from a queue. */
final class FlowTasks extends Subject {
  private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
  private final CoroutineScope scope =
      CoroutineScopeKt.CoroutineScope(ExecutorsKt.from((Executor) queue::add));
  private final MutableStateFlow<Boolean> event = StateFlowKt.MutableStateFlow(false);
  private final List<Job> jobs = new ArrayList<>();
  private int next;

  private Job launch(MutableStateFlow<Boolean> flow, FlowCollector<Boolean> collector) {
    return BuildersKt.launch(scope, EmptyCoroutineContext.INSTANCE, CoroutineStart.DEFAULT,
        (in, continuation) -> flow.collect(collector, continuation));
  }

  private static void change(MutableStateFlow<Boolean> flow) {
    flow.setValue(!flow.getValue());
  }

  private void drain() {
    for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
      task.run();
    }
  }

  @Override
  void blockToSet(int waiters) {
    for (int i = 0; i < waiters; i++) {
      launch(event, new Waiter());
    }
    drain();
    turns = 0; // a collector first gets the value that is there
  }

  @Override
  void blockSharing(int waiters) {
    Waiter shared = new Waiter();
    for (int i = 0; i < waiters; i++) {
      launch(event, shared);
    }
    drain();
  }

  @Override
  void blockToCancel(int waiters) {
    for (int i = 0; i < waiters; i++) {
      jobs.add(launch(event, new Waiter()));
    }
    drain();
    turns = 0;
  }

  @Override
  void setAndResumeAll() {
    change(event);
    drain();
  }

  @Override
  void cancelOne() {
    Job victim = jobs.get(next);
    victim.cancel(null);
    drain();
    jobs.set(next, launch(event, (value, then) -> Unit.INSTANCE));
    drain();
    next = Stride.after(next, jobs.size());
    turns += victim.isCompleted() ? 1 : 0;
  }

  @Override
  void pingPong(int rounds) {
    MutableStateFlow<Boolean> ping = StateFlowKt.MutableStateFlow(false);
    MutableStateFlow<Boolean> pong = StateFlowKt.MutableStateFlow(false);
    Player first = new Player(ping);
    Player second = new Player(pong);
    List<Job> players = List.of(launch(pong, first), launch(ping, second));
    drain();
    first.left = rounds;
    second.left = rounds;
    change(ping);
    drain();
    turns += rounds - first.left;
    players.forEach(player -> player.cancel(null));
    drain();
  }

  @Override
  void awaitSet(int times) {
    event.setValue(true);
    Nowhere nowhere = new Nowhere();
    for (int i = 0; i < times; i++) {
      if (FlowKt.first(event, (value, then) -> value, nowhere) == Boolean.TRUE) {
        turns++;
      }
    }
  }

  private final class Waiter implements FlowCollector<Boolean> {
    @Override
    public Object emit(Boolean value, Continuation<? super Unit> then) {
      turns++;
      return Unit.INSTANCE;
    }
  }

  private static final class Player implements FlowCollector<Boolean> {
    private final MutableStateFlow<Boolean> other;
    private int left;

    Player(MutableStateFlow<Boolean> other) {
      this.other = other;
    }

    @Override
    public Object emit(Boolean value, Continuation<? super Unit> then) {
      if (left > 0) {
        left--;
        change(other);
      }
      return Unit.INSTANCE;
    }
  }

  /** The continuation of a call that does not suspend. */
  private static final class Nowhere implements Continuation<Boolean> {
    @Override
    public CoroutineContext getContext() {
      return EmptyCoroutineContext.INSTANCE;
    }

    @Override
    public void resumeWith(Object result) {
      throw new IllegalStateException("The wait was not over at once");
    }
  }
}
