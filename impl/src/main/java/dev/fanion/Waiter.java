package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A task as the queues see it: it waits, becomes ready, and is given turns. Loop only, but {@link #done()}. */
abstract class Waiter extends Link {
  /*
   * Overview
   *
   * A waiter is in at most one list: the queue of what it waits for, the ready queue, or, once it has failed, the list of
   * failures to report. A suspended task is blocked or ready; TaskQueue explains how a set() makes a blocked task ready without
   * a write to it. How a wait ends is decided when the waiter runs (Resume): it was woken, unless the field ending says
   * otherwise. So a cancellation of a woken task only writes ending, and the task keeps its place.
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

  /** While WAITING what it waits for, else what it last waited for: a wait for the same again then writes no reference. */
  private @Nullable TaskQueue queue;

  /** The queue's epoch when it joined. Invariant: while WAITING, blocked if and only if the two agree and ending is WOKEN. */
  private int epoch;

  /** The limit of the present wait, if it has one. Kept for later waits; null until the first wait with a limit. */
  private @Nullable Timer timer;

  /**
   * READY or WAITING, which are suspended, → RUNNING (Resume) → WAITING (Wait) or READY (Yield) … → DONE (Exit). A wait that
   * returned at once: RUNNING → CONTINUING → RUNNING. A sleep that is over: WAITING → READY. A dropped task: suspended → DONE.
   * Written inside the loop, DONE by setRelease; read on other threads by getAcquire.
   */
  private byte state;

  /** How the present wait will end. WOKEN → TIMED_OUT if still blocked; either → CANCELLED; Resume sets WOKEN again. */
  private byte ending;

  /** How often this task has waited again since the main task's end. */
  byte strikes;

  Waiter(EventLoop loop) {
    this.loop = loop;
  }

  /** Runs until it suspends or ends. If the wait did not end by what it waited for, why says how. Throws nothing. */
  abstract void resume(@Nullable WaitException why);

  final boolean done() {
    return (byte) STATE.getAcquire(this) == DONE;
  }

  final boolean suspended() {
    return state <= WAITING;
  }

  /** The present step has named the step that follows in the same turn: its wait ended at once. */
  final void continueTurn() {
    state = CONTINUING;
  }

  /** If the step that has returned named one for the same turn, begins that step and returns true. */
  final boolean beginNextStep() {
    boolean named = state == CONTINUING;
    if (named) {
      state = RUNNING;
    }
    return named;
  }

  /** Whether the present step has waited, if only for what was there already. */
  final boolean hasWaited() {
    return state != RUNNING;
  }

  /** Whether it waits, and nothing has ended the wait. */
  final boolean blocked() {
    TaskQueue waited = queue;
    return state == WAITING && ending == WOKEN && waited != null && epoch == waited.epoch;
  }

  /** Joins the queue. The caller then ends the turn. */
  final void block(TaskQueue waiters, long limit) { //= EVT-7, EVT-9, CAN-5
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

  /** Becomes ready again at once. The caller then ends the turn. */
  final void yieldTurn() { //= LOP-2
    state = READY;
    loop.ready.append(this); // Yield
  }

  /** The time limit has passed. A sleep is over; any other wait times out, unless the task was woken before. */
  //= CAN-5, LOP-2
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

  /** Ends the present wait as cancelled. Does nothing to a task that runs or is done. */
  final void cancelWait() { //= CAN-1, CAN-2, CAN-3, CAN-4, CAN-7
    if (suspended()) {
      if (blocked()) {
        unlink();
        loop.ready.append(this);
      }
      ending = CANCELLED;
    }
  }

  /** Gives this task a turn; it was just taken off the ready queue. */
  final void turn() { //= EVT-8, CAN-2, FLG-8, LOP-1
    boolean waited = state == WAITING;
    byte how = ending;
    state = RUNNING; // Resume
    if (!waited && how == WOKEN) {
      resume(null);
    } else {
      resume(leave(waited ? queue : loop.sleepers, how));
    }
  }

  private @Nullable WaitException leave(TaskQueue waited, byte how) { //= CAN-4, CAN-5, FLG-10
    ending = WOKEN;
    if (timer != null) {
      loop.timers.disarm(timer);
    }
    return waited.endWait(how);
  }

  /** Takes this suspended task off every list; from now on it counts as running. */
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
