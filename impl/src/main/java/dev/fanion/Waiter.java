package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** What a task is to the queues: something that waits, becomes ready, and is given turns. Inside the loop only. */
abstract class Waiter extends Link {
  /*
   * Overview
   *
   * A waiter is in at most one list: the queue of what it waits for, the ready queue, or, once it has failed, the list of
   * errors to report. Suspended covers blocked and ready; see TaskQueue on how they differ without a field being written.
   * How a wait ends is decided when the waiter runs (Resume): woken, unless ending says otherwise. So a cancellation of a
   * woken task only writes ending, and the task keeps its place.
   */
  static final byte WOKEN = 0;
  static final byte TIMED_OUT = 1;
  static final byte CANCELLED = 2;

  private static final byte READY = 0;
  private static final byte WAITING = 1;
  private static final byte RUNNING = 2;
  private static final byte CONTINUING = 3;
  private static final byte DONE = 4;

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(lookup(), "state", VarHandle.class, Waiter.class, byte.class);

  final EventLoop loop;

  /** What it waits for while WAITING, else what it last waited for: the next wait is often for the same, and writes less. */
  private @Nullable TaskQueue queue;

  /** The queue's epoch when it joined. Invariant: while WAITING, blocked if and only if the two agree and ending is WOKEN. */
  private int epoch;

  /** The limit of the present wait, kept for the next; null until the first wait with a limit. */
  private @Nullable Timer timer;

  /**
   * READY or WAITING, which are suspended, → RUNNING (Resume) → WAITING (Wait) or READY (Yield) … → DONE (Exit). RUNNING →
   * CONTINUING → RUNNING, for a wait that returned at once. A sleep that is over: WAITING → READY. Suspended → DONE, when
   * dropped. Written inside the loop, DONE by setRelease; read on other threads by getAcquire.
   */
  private byte state;

  /** How the present wait will end. WOKEN → TIMED_OUT (if still blocked), both → CANCELLED; back to WOKEN by Resume. */
  private byte ending;

  /** How often it has waited again after the main task's end. */
  byte strikes;

  Waiter(EventLoop loop) {
    this.loop = loop;
  }

  /** Runs until it suspends or ends; why is how its wait ended, if not by what it waited for. Throws nothing. */
  abstract void resume(@Nullable WaitException why);

  final boolean done() {
    return (byte) STATE.getAcquire(this) == DONE;
  }

  final boolean suspended() {
    return state <= WAITING;
  }

  /** Whether it runs and has named the step that follows in the same turn; if so, that step begins. */
  final boolean beginNextStep() {
    boolean named = state == CONTINUING;
    if (named) {
      state = RUNNING;
    }
    return named;
  }

  final void continueTurn() {
    state = CONTINUING;
  }

  /** Whether it has waited, or gone on, since the present step began. */
  final boolean hasWaited() {
    return state != RUNNING;
  }

  /** Whether it waits for something that has not come yet. */
  final boolean blocked() {
    TaskQueue waited = queue;
    return state == WAITING && ending == WOKEN && waited != null && epoch == waited.epoch;
  }

  /** Joins the queue; the caller sees to it that the turn ends. */
  final void block(TaskQueue waiters, long limit) {
    if (queue != waiters) {
      queue = waiters;
    }
    epoch = waiters.epoch;
    waiters.append(this);
    state = WAITING;
    if (limit != TimerHeap.NO_LIMIT) {
      timer = timer == null ? new Timer(this) : timer;
      loop.timers.arm(timer, limit);
    }
  }

  /** Becomes ready again at once; the caller sees to it that the turn ends. */
  final void yieldTurn() {
    state = READY;
    loop.ready.append(this); // Yield
  }

  /** The time limit has passed. A sleep ends by it; any other wait times out, unless it was woken before. */
  final void expire() {
    if (blocked()) {
      if (queue == loop.sleepers) {
        state = READY;
      } else {
        ending = TIMED_OUT;
      }
      unlink();
      loop.ready.append(this);
    }
  }

  final void cancelWait() {
    if (suspended()) {
      if (blocked()) {
        unlink();
        loop.ready.append(this);
      }
      ending = CANCELLED;
    }
  }

  /** Gives it, which was just taken off the ready queue, a turn. */
  final void turn() {
    boolean waited = state == WAITING;
    byte how = ending;
    state = RUNNING; // Resume
    if (!waited && how == WOKEN) {
      resume(null);
    } else {
      resume(leave(waited ? queue : loop.sleepers, how));
    }
  }

  private @Nullable WaitException leave(TaskQueue waited, byte how) {
    ending = WOKEN;
    if (timer != null) {
      loop.timers.disarm(timer);
    }
    return waited.endWait(how);
  }

  /** Takes it, suspended, off every list; it counts as running. */
  final void detach() {
    unlink();
    if (state == WAITING) {
      leave(queue, CANCELLED);
    }
    state = RUNNING;
  }

  final void finish() {
    if (suspended()) {
      detach();
    }
    queue = null;
    STATE.setRelease(this, DONE); // Exit
  }

  final String activity() {
    TaskQueue waited = queue;
    return !suspended() ? "running" : waited != null && blocked() ? "waits for " + waited.owner() : "ready";
  }
}
