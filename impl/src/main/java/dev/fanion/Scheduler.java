package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The core of a loop: queues, turns and rounds. It knows no threads: whoever calls it is, for that time, the loop. */
abstract sealed class Scheduler permits LoopDriver {
  /*
   * Overview
   *
   * A round gives a turn to each task that was ready when it began. It fires the timers once, before the first turn, and
   * looks at the flags before the first and after each. When nothing is ready it says how long the loop may sleep.
   *
   * Once the main task has ended, every suspended task is ready: each was cancelled, is cancelled once more when it waits
   * again, and then dropped. So that phase needs neither timers nor flags.
   */
  static final long ENDED = -1;

  private static final VarHandle ASLEEP =
      ConstantBootstraps.fieldVarHandle(lookup(), "asleep", VarHandle.class, Scheduler.class, boolean.class);

  final TaskQueue ready = new TaskQueue(null);

  /** Where tasks sleep: a queue that is never woken as a whole. */
  final TaskQueue sleepers = new TaskQueue("sleep");

  final TimerHeap timers;
  final HintTree hints = new HintTree();
  private final BiConsumer<Task<?>, Throwable> errors;

  /** Tasks that have failed since the last report. */
  private final TaskQueue failed = new TaskQueue(null);

  private @Nullable Task<?> oldest;
  private @Nullable Task<?> newest;
  private @Nullable Task<?> main;
  private @Nullable Task<?> current;

  /** Those that are still to have a turn in this round, a list that ends in null; out of date while a stackless task runs. */
  private @Nullable Link rest;

  /** The last of this round; null between rounds, so that it can be garbage. */
  private @Nullable Link last;

  /** Whether nobody waits for a round to end before the next begins. */
  boolean runsItself;

  /** Whether no more rounds are to come: the main task has ended, or the loop was closed. */
  private boolean over;

  /** Whether tasks are dropped without a further turn. */
  private boolean dropping;

  /** Whether the tasks are being ended, or have been. */
  private boolean stopping;

  /** Whether a setter must unpark. Written by the loop, true by setVolatile; read by any thread, never claimed. */
  private boolean asleep;

  Scheduler(LoopOptions options) {
    timers = new TimerHeap(options.clock());
    errors = options.errors();
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
    task.older = newest;
    if (newest == null) {
      oldest = task;
    } else {
      newest.newer = task;
    }
    newest = task;
    ready.append(task); // Spawn
    if (stopping) {
      task.cancelWait();
    }
    return task;
  }

  final void ended(Task<?> task) {
    Task<?> before = task.older;
    Task<?> after = task.newer;
    if (before == null) {
      oldest = after;
    } else {
      before.newer = after;
    }
    if (after == null) {
      newest = before;
    } else {
      after.older = before;
    }
    task.older = null;
    task.newer = null;
    if (task == main) {
      over = true;
    } else if (task.isUnretrieved()) {
      failed.append(task);
    }
  }

  /** Runs one round. Returns how long the loop may sleep, 0 for not at all, or ENDED. */
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
   * queue otherwise.
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

  /** Gives each of the rest a turn. Those that are left when the loop ends go back to the front of the ready queue. */
  private void turns() {
    Link next = rest;
    while (next != null && !over) {
      Task<?> task = (Task<?>) next;
      next = task.forgetLinks();
      current = task;
      if (task instanceof DirectTask<?>) {
        rest = next;
        task.turn(); // and perhaps those of others
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
   * Goes on with the round, and in a loop that runs itself with the next one, on the thread of a direct task whose turn has
   * ended, if the next turn is a direct task's too: that saves the way by the loop's thread. Returns whether it is.
   */
  final boolean handOver() {
    if (over) {
      return false;
    }
    look();
    if (rest == null && runsItself && !ready.isEmpty()) { // else the loop is to have its idle look first
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

  private long idle() {
    report();
    if (over || !ready.isEmpty()) { // what it was reported to saw to that
      return 0;
    }
    if (timers.isEmpty() && hints.isEmpty()) {
      DeadlockException deadlock = new DeadlockException(Collections.unmodifiableList(live()));
      finish();
      throw deadlock;
    }
    ASLEEP.setVolatile(this, true);
    return hints.isMarked() ? 0 : timers.untilFirst();
  }

  /** Makes this round the last, and sees to it that no task gets a further turn; finish does the rest. */
  final void abandon() {
    over = true;
    dropping = true;
  }

  /** Ends every task. */
  final void finish() {
    over = true;
    stopping = true;
    ASLEEP.setOpaque(this, false);
    for (Task<?> task = dropping ? null : oldest; task != null; task = task.newer) {
      task.cancelWait();
    }
    do {
      endAll();
      report();
    } while (oldest != null); // what it was reported to spawned another
  }

  private void endAll() {
    while (oldest != null) {
      Task<?> task = dropping ? oldest : ready.take();
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
  private static void lastTurn(Task<?> task) {
    task.turn();
    if (task.blocked()) {
      if (task.strikes++ == 0) {
        task.cancelWait();
      } else {
        task.drop();
      }
    }
  }

  /** Reports every failure that nobody has learned of. */
  private void report() {
    while (!failed.isEmpty()) {
      Task<?> task = failed.take();
      if (task.isUnretrieved()) {
        Throwable error = task.takeError();
        try {
          errors.accept(task, error);
        } catch (Throwable inHandler) {
          error.addSuppressed(inHandler);
          LoopOptions.log(task, error);
        }
      }
    }
  }

  /** The live tasks, the oldest first. */
  final List<Task<?>> live() {
    List<Task<?>> tasks = new ArrayList<>();
    for (Task<?> task = oldest; task != null; task = task.newer) {
      tasks.add(task);
    }
    return tasks;
  }
}
