package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Parks the calling thread, whichever that is. */
final class ThreadParker implements Parker {
  /*
   * Overview
   *
   * The loop's thread is not known before it first sleeps, so the permit is kept here and not only in the thread. park()
   * publishes its thread and then looks at the permit; unpark() gives the permit and then looks for the thread. All four
   * accesses are volatile, so at least one of the two methods sees what the other wrote.
   */
  private static final VarHandle PERMIT =
      ConstantBootstraps.fieldVarHandle(lookup(), "permit", VarHandle.class, ThreadParker.class, boolean.class);
  private static final VarHandle THREAD =
      ConstantBootstraps.fieldVarHandle(lookup(), "thread", VarHandle.class, ThreadParker.class, Thread.class);

  private final Object blocker;

  /** Whether an unpark has come. True by any thread, false by the loop; always volatile. */
  private boolean permit;

  /** The thread that parks. Written by the loop, read by any thread, both volatile. Plainly the loop reads what it wrote. */
  private @Nullable Thread thread;

  ThreadParker(Object blocker) {
    this.blocker = blocker;
  }

  @Override
  public void park(long nanos) {
    Thread current = Thread.currentThread();
    if (thread != current) {
      THREAD.setVolatile(this, current);
    }
    if (!(boolean) PERMIT.getVolatile(this)) {
      if (nanos == Long.MAX_VALUE) {
        LockSupport.park(blocker);
      } else {
        LockSupport.parkNanos(blocker, nanos);
      }
    }
    PERMIT.setVolatile(this, false);
  }

  @Override
  public void unpark() {
    PERMIT.setVolatile(this, true);
    LockSupport.unpark((Thread) THREAD.getVolatile(this));
  }
}
