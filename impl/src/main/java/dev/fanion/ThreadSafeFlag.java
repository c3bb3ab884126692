package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signal into a loop from anywhere: another thread, a callback, a task. A flag is set or clear. One task at a time waits on
 * it, and the return of the wait consumes the signal.
 *
 * <p>Signals coalesce: all that come before the return of a wait are one. No signal is dropped: one that comes later, or while
 * nobody waits, is there for the next wait.
 *
 * <h2>Threads</h2>
 * The constructors, {@link #set()} and {@code toString()} may be called on any thread. Every other method is for tasks of
 * the flag's loop and refuses every other caller.
 */
public final class ThreadSafeFlag extends Awaitable {
  /*
   * Overview
   *
   * The field raised is the truth. Setters only raise the flag. The loop only lowers it, by one exchange: a read and then a
   * write could overwrite a set() that the loop never saw. All else makes the loop look in time; HintTree has the proof. The
   * loop knows a flag only from the waiter's call of await to its return, so a flag that a program drops is garbage.
   */
  private static final VarHandle RAISED =
      ConstantBootstraps.fieldVarHandle(lookup(), "raised", VarHandle.class, ThreadSafeFlag.class, boolean.class);
  private static final VarHandle LEAF =
      ConstantBootstraps.fieldVarHandle(lookup(), "leaf", VarHandle.class, ThreadSafeFlag.class, Hint.class);

  private final TaskQueue waiters = new Waiters();

  /** Whether a signal is there. Raised by any thread (setVolatile), lowered by the loop only (getAndSet). */
  private boolean raised;

  /** Where setters leave a hint; null while nobody waits. Written by the loop, read by any thread; always volatile. */
  private @Nullable Hint leaf;

  /** The place in the leaf. Loop only. Meaningless while nobody waits. */
  private int slot;

  /** The task inside await: blocked, woken, cancelled or timed out. Loop only. Invariant: null if and only if leaf is. */
  private @Nullable Task<?> waiter;

  /**
   * A clear flag without a name.
   *
   * @param loop the loop that it belongs to
   */
  public ThreadSafeFlag(EventLoop loop) {
    super(loop, null);
  }

  /**
   * A clear flag.
   *
   * @param loop the loop that it belongs to
   * @param name for messages
   */
  public ThreadSafeFlag(EventLoop loop, String name) { //= FLG-1
    super(loop, Objects.requireNonNull(name, "name"));
  }

  /**
   * Sets this flag and wakes the task that waits on it. After the loop's end it wakes nobody. Any thread, at any moment, also
   * while another {@code set()} of the same flag is stopped half-way.
   *
   * <p>Wait-free up to {@link Parker#unpark()}, which it calls if it finds the loop asleep: a volatile write of the flag, and
   * for each level of the tree of flags that tasks wait on (64 to a node) two volatile reads and at most one volatile write,
   * which is left out where an earlier signal's hint is still there. Allocates nothing. With memory effects as specified by
   * <a href="package-summary.html#order-flag">relation Flag</a>, whatever is left out. Throws nothing, given a parker that
   * keeps to its contract.
   */
  public void set() { //= FLG-2, FLG-4, FLG-7, FLG-11
    RAISED.setVolatile(this, true); // Set
    Hint hint = (Hint) LEAF.getVolatile(this);
    if (hint != null) {
      hint.mark();
      loop.wakeIfAsleep();
    }
  }

  /**
   * Takes back a signal that the loop has not yet acted on. Does not take back a wake-up; a task that waits keeps on waiting.
   * Inside the loop. Bounded. With memory effects as specified by
   * <a href="package-summary.html#order-turns">relation Turns</a>.
   */
  public void clear() { //= FLG-8, CTX-2
    loop.check(this, "clear");
    RAISED.getAndSet(this, false); // Clear
  }

  /**
   * {@inheritDoc}
   *
   * <p>The return consumes the signal. With memory effects as specified by
   * <a href="package-summary.html#order-flag">relation Flag</a>.
   *
   * @throws IllegalStateException also if another task is inside its wait on this flag
   * @throws CancelledException if the task was cancelled meanwhile; the signal, if there is one, is kept
   */
  @Override
  public void await() {
    super.await();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException also if another task is inside its wait on this flag
   * @throws CancelledException if the task was cancelled meanwhile; the signal, if there is one, is kept
   * @throws TimedOutException if the time passed first; a signal that comes later is kept
   */
  @Override
  public void await(Duration limit) {
    super.await(limit);
  }

  /**
   * {@inheritDoc}
   *
   * <p>When the step after the wait begins, the signal is consumed. With memory effects as specified by
   * <a href="package-summary.html#order-flag">relation Flag</a>. Takes as many steps as the loop's tree of flags is high; the
   * tree grows by one object for each 64 flags more than were ever waited on at a time.
   *
   * @throws IllegalStateException also if another task is inside its wait on this flag
   */
  @Override
  public <T extends @Nullable Object> Next<T> await(Step<T> then) {
    return super.await(then);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException also if another task is inside its wait on this flag
   */
  @Override
  public <T extends @Nullable Object> Next<T> await(Step<T> then, Otherwise<T> otherwise) {
    return super.await(then, otherwise);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException also if another task is inside its wait on this flag
   */
  @Override
  public <T extends @Nullable Object> Next<T> await(Duration limit, Step<T> then) {
    return super.await(limit, then);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException also if another task is inside its wait on this flag
   */
  @Override
  public <T extends @Nullable Object> Next<T> await(Duration limit, Step<T> then, Otherwise<T> otherwise) {
    return super.await(limit, then, otherwise);
  }

  @Override
  TaskQueue waiters() {
    return waiters;
  }

  @Override
  boolean enter(Task<?> task) { //= FLG-3, FLG-4, FLG-9, CAN-6
    if (waiter != null) {
      throw new IllegalStateException(waiter.label() + " is inside await of " + label() + ", so " + task.label()
          + " cannot wait on it. Give each task a flag of its own, or wake several by an Event.");
    }
    if (consume()) {
      return true;
    }
    LEAF.setVolatile(this, loop.hints.leaf());
    slot = loop.hints.add(this);
    waiter = task; // Wait
    if (consume()) { // a set() that read the leaf before it was written
      leave();
      return true;
    }
    return false;
  }

  private boolean consume() { //= FLG-5, FLG-6, FLG-11
    return (boolean) RAISED.getAndSet(this, false); // Consume
  }

  private void leave() { //= FLG-9, FLG-10
    loop.hints.remove(leaf, slot);
    LEAF.setVolatile(this, null);
    waiter = null;
  }

  /** Wakes the waiter if this flag is raised. Loop only. */
  //= FLG-4, LOP-3
  void look() {
    if ((boolean) RAISED.getVolatile(this)) {
      loop.ready.wakeAll(waiters); // Notice
    }
  }

  @Override
  public String toString() {
    return label() + " [" + ((boolean) RAISED.getVolatile(this) ? "set" : "clear") + ", " + waiters.names() + "]";
  }

  private final class Waiters extends TaskQueue {
    Waiters() {
      super(ThreadSafeFlag.this);
    }

    @Override
    @Nullable WaitException endWait(byte ending) { //= CAN-2, CAN-5, FLG-5
      leave();
      if (ending == Waiter.WOKEN) {
        consume();
      }
      return super.endWait(ending);
    }
  }
}
