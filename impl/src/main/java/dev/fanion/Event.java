package dev.fanion;

import java.util.Objects;

/**
 * A signal from task to task within one loop. An event is set or clear, has any number of waiters, and carries no payload. It
 * stays set until it is cleared.
 *
 * <p>When a wait returns, the event was set at the call or {@code set()} was called since; the event may be clear again.
 *
 * <h2>Threads</h2>
 * The constructors and {@code toString()} may be called on any thread. Every other method is for tasks of the event's
 * loop and refuses every other caller, so that no wake-up can be lost; to signal from elsewhere there is
 * {@link ThreadSafeFlag}.
 */
public final class Event extends Awaitable {
  private final TaskQueue waiters = new TaskQueue(this);

  /** Invariant: while it is true, nobody is blocked in waiters. */
  private boolean set;

  /**
   * A clear event without a name.
   *
   * @param loop the loop that it belongs to
   */
  public Event(EventLoop loop) {
    super(loop, null);
  }

  /**
   * A clear event.
   *
   * @param loop the loop that it belongs to
   * @param name for messages
   */
  public Event(EventLoop loop, String name) { //= EVT-1
    super(loop, Objects.requireNonNull(name, "name"));
  }

  /**
   * Sets this event and wakes every task that is blocked on it, in the order in which they began to wait, behind the tasks
   * that are ready already. No woken task runs before this method has returned. Nothing changes if the event is set. Inside the
   * loop. Bounded, whatever the number of waiters. With memory effects as specified by
   * <a href="package-summary.html#order-turns">relation Turns</a>.
   */
  public void set() { //= EVT-2, EVT-4, EVT-14, CTX-1
    loop.check(this, "set");
    set = true;
    loop.ready.wakeAll(waiters); // Set
  }

  /**
   * Clears this event. Touches no task and takes back no wake-up. Inside the loop. Bounded. With memory effects as specified by
   * <a href="package-summary.html#order-turns">relation Turns</a>.
   */
  public void clear() { //= EVT-3, EVT-5, CTX-1
    loop.check(this, "clear");
    set = false; // Clear
  }

  /**
   * Whether this event is set. Inside the loop. Bounded. With memory effects as specified by
   * <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @return true if it is
   */
  public boolean isSet() { //= EVT-11, CTX-1
    loop.check(this, "isSet");
    return set; // IsSet
  }

  @Override
  TaskQueue waiters() { //= EVT-12
    return waiters;
  }

  @Override
  boolean enter(Task<?> task) { //= EVT-6, EVT-13, CAN-6
    return set; // Wait
  }

  @Override
  public String toString() {
    return label() + " [" + (set ? "set" : "clear") + ", " + waiters.names() + "]";
  }
}
