package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The core of a loop: queues, turns and rounds. It knows no threads: whoever calls it is, for that time, the loop. */
abstract sealed class Scheduler permits LoopDriver {
  /*
   * Overview
   *
   * A round gives a turn to each task that was ready when the round began. It fires the timers once, before the first turn, and
   * looks at the flags before the first turn and after each. When nothing is ready it says how long the loop may sleep.
   *
   * Once the main task has ended, every suspended task is ready. Each was cancelled; if it waits again it is cancelled once
   * more, and at the next wait dropped. So that phase needs neither timers nor flags.
   */
  static final long ENDED = -1;

  private static final VarHandle ASLEEP =
      ConstantBootstraps.fieldVarHandle(lookup(), "asleep", VarHandle.class, Scheduler.class, boolean.class);

  final TaskQueue ready = new TaskQueue(null);

  /** Where tasks sleep: a queue that is never woken as a whole. */
  final TaskQueue sleepers = new TaskQueue("sleep");

  final TimerHeap timers;
  final HintTree hints = new HintTree();
  final LiveTasks live = new LiveTasks();
  private final FailureReports failures;

  private @Nullable Task<?> main;
  private @Nullable Task<?> current;

  /** The tasks that are still to have a turn in this round; the list ends in null. Out of date while a stackless task runs. */
  private @Nullable Link rest;

  /** The last task of this round; null between rounds, so that it can be garbage. */
  private @Nullable Link last;

  /** Whether the loop drives itself (run), not its owner (runReady). */
  boolean runsItself;

  /** Whether this round is the last: the main task has ended, or the loop was closed. */
  private boolean over;

  /** Whether tasks are dropped without a further turn. */
  private boolean dropping;

  /** Whether the tasks are being ended, or have been. */
  private boolean stopping;

  /** Whether a setter must unpark. Written by the loop, true by setVolatile; read by any thread, never claimed. */
  private boolean asleep;

  Scheduler(LoopOptions options) {
    timers = new TimerHeap(options.clock());
    failures = new FailureReports(options.errors());
  }

  final boolean isAsleep() {
    return (boolean) ASLEEP.getVolatile(this);
  }

  final @Nullable Task<?> current() {
    return current;
  }

  final boolean isDropping() {
    return dropping;
  }

  final boolean isOver() {
    return over;
  }

  final <T extends Task<?>> T begin(T task) {
    main = task;
    return add(task);
  }

  final <T extends Task<?>> T add(T task) {
    live.add(task);
    ready.append(task); // Spawn
    if (stopping) {
      task.cancelWait();
    }
    return task;
  }

  final void ended(Task<?> task) {
    live.remove(task);
    if (task == main) {
      over = true;
    } else {
      failures.add(task);
    }
  }

  /** Runs one round. Returns how many nanoseconds the loop may sleep, 0 for not at all, or ENDED. */
  final long round() {
    if (asleep) {
      ASLEEP.setOpaque(this, false);
    }
    beginRound();
    turns();
    long nanos = !over && ready.isEmpty() ? idle() : 0;
    if (over) {
      finish();
      return ENDED;
    }
    return nanos;
  }

  /**
   * Takes the ready tasks off their queue together, so that a turn writes no link of another task. No task leaves the ready
   * queue in any other way.
   */
  private void beginRound() {
    timers.fire();
    look();
    if (!ready.isEmpty()) {
      rest = ready.next;
      last = ready.prev;
      last.next = null;
      ready.empty();
    }
  }

  /** Gives each task of the rest a turn. Tasks that are left when the loop ends go back to the front of the ready queue. */
  private void turns() { //= LOP-1, LOP-3
    Link next = rest;
    while (next != null && !over) {
      Task<?> task = (Task<?>) next;
      next = task.forgetLinks();
      current = task;
      if (task instanceof DirectTask<?>) {
        rest = next;
        task.turn(); // its thread may give turns to direct tasks that follow it
        next = rest;
      } else {
        task.turn();
      }
      look();
    }
    current = null;
    rest = null;
    if (next != null) {
      ready.prepend(next, last);
    }
    last = null;
  }

  /**
   * Called on the thread of a direct task whose turn has ended. If the next turn is a direct task's too, gives it to that task,
   * which saves the way by the loop's thread, and returns true. In a loop that drives itself the next turn may be the first of
   * the next round.
   */
  final boolean handOver() { //= LOP-1, LOP-3
    if (over) {
      return false;
    }
    look();
    if (rest == null && runsItself && !ready.isEmpty()) { // else the loop's thread looks for what is to be done when idle
      beginRound();
    }
    if (!(rest instanceof DirectTask<?> task) || !task.hasThread()) {
      return false;
    }
    rest = task.forgetLinks();
    current = task;
    task.turn();
    return true;
  }

  private void look() {
    if (hints.isMarked()) {
      hints.look();
    }
  }

  private long idle() { //= LOP-4, LOP-6, LOP-7
    failures.deliver();
    if (over || !ready.isEmpty()) { // the error handler made a task ready, or closed the loop
      return 0;
    }
    if (timers.isEmpty() && hints.isEmpty()) {
      DeadlockException deadlock = new DeadlockException(Collections.unmodifiableList(live.all()));
      finish();
      throw deadlock;
    }
    ASLEEP.setVolatile(this, true);
    return hints.isMarked() ? 0 : timers.untilFirst();
  }

  /** Makes this round the last, and lets no task have a further turn; finish does the rest. */
  final void abandon() {
    over = true;
    dropping = true;
  }

  /** Ends every task. */
  final void finish() { //= LOP-5
    over = true;
    stopping = true;
    ASLEEP.setOpaque(this, false);
    for (Task<?> task = dropping ? null : live.oldest(); task != null; task = task.newer) {
      task.cancelWait();
    }
    do {
      endAll();
      failures.deliver();
    } while (!live.isEmpty()); // the error handler spawned another
  }

  private void endAll() {
    while (!live.isEmpty()) {
      Task<?> task = dropping ? live.oldest() : ready.take();
      current = task;
      if (dropping) {
        task.drop();
      } else {
        lastTurn(task);
      }
    }
    current = null;
  }

  /** Gives a turn to a cancelled task. If it waits again it is cancelled once more; if it does so twice it is dropped. */
  private static void lastTurn(Task<?> task) { //= LOP-5
    task.turn();
    if (task.blocked()) {
      if (task.strikes++ == 0) {
        task.cancelWait();
      } else {
        task.drop();
      }
    }
  }
}
