package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signal into a loop from anywhere: another thread, a callback, a task. Set or clear; one task at a time waits on it; the
 * return of the wait consumes the signal.
 *
 * <p>Signals coalesce: all that come before the return of a wait are one. None is dropped: one that comes after, or while
 * nobody waits, is there for the next wait.
 *
 * <h2>Threads</h2>
 * The constructors, {@link #set()} and {@code toString()} may be called on any thread. Every other method is for tasks of
 * the flag's loop and refuses every other caller. With memory effects as specified by
 * <a href="package-summary.html#ordering">Flag</a>.
 */
public final class ThreadSafeFlag extends Awaitable {
  /*
   * Overview
   *
   * The word is the truth. Setters only raise it; the loop only lowers it, by one exchange: a read and then a write could
   * overwrite a set() that it never saw. The rest is for the loop to find out in time: see HintTree, which has the proof.
   * Nothing but the waiter's registration, from its call of await to its return, ties a flag to its loop, so a flag that is
   * dropped is garbage.
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

  /** The place in the leaf. Loop only. */
  private int slot;

  /** Who is inside await: blocked, woken, cancelled or timed out. Loop only. Invariant: null if and only if leaf is. */
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
  public ThreadSafeFlag(EventLoop loop, String name) {
    super(loop, Objects.requireNonNull(name, "name"));
  }

  /**
   * Sets this flag and wakes the task that waits on it. Any thread, at any moment, also while another {@code set()} of the
   * same flag is stopped half-way. After the loop's end it does nothing.
   *
   * <p>Wait-free up to {@link Parker#unpark()}, which it calls if it finds the loop asleep: volatile writes, one for the
   * flag and one for each level of the tree of flags that are waited on (64 to a node). Allocates nothing; throws nothing.
   */
  public void set() {
    RAISED.setVolatile(this, true); // Set
    Hint hint = (Hint) LEAF.getVolatile(this);
    if (hint != null) {
      hint.mark();
      loop.wakeIfAsleep();
    }
  }

  /**
   * Takes back a signal that the loop has not yet acted on. Does not take back a wake-up; the waiter, if there is one, goes
   * on waiting. Bounded.
   */
  public void clear() {
    loop.check(this, "clear");
    RAISED.getAndSet(this, false); // Clear
  }

  @Override
  TaskQueue waiters() {
    return waiters;
  }

  @Override
  boolean enter(Task<?> task) {
    if (waiter != null) {
      throw new IllegalStateException(waiter.label() + " is inside await of " + label() + ", so " + task.label()
          + " can not wait on it. Give each task a flag of its own, or wake several by an Event.");
    }
    if (consume()) {
      return true;
    }
    LEAF.setVolatile(this, loop.hints.leaf());
    slot = loop.hints.add(this);
    waiter = task; // Wait
    if (consume()) { // a set() that came before the leaf was to be seen
      leave();
      return true;
    }
    return false;
  }

  private boolean consume() {
    return (boolean) RAISED.getAndSet(this, false); // Consume
  }

  private void leave() {
    loop.hints.remove(leaf, slot);
    LEAF.setVolatile(this, null);
    waiter = null;
  }

  /** Wakes the waiter if there is a signal for it. Loop only. */
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
    @Nullable WaitException endWait(byte ending) {
      leave();
      if (ending == Waiter.WOKEN) {
        consume();
      }
      return super.endWait(ending);
    }
  }
}
