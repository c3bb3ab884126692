package dev.fanion.storms;

import dev.fanion.Parker;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Parks a thread as the loop's own parker does. Subclasses do something besides. */
class PermitParker implements Parker {
  private volatile boolean permit;
  private volatile @Nullable Thread thread;

  @Override
  public void park(long nanos) {
    thread = Thread.currentThread();
    if (!permit) {
      LockSupport.parkNanos(this, nanos);
    }
    permit = false;
  }

  @Override
  public void unpark() {
    permit = true;
    LockSupport.unpark(thread);
  }

  /** Broken: drops one wake-up in a given number. */
  static final class Dropping extends PermitParker {
    private final int every;
    private int count;

    Dropping(int every) {
      this.every = every;
    }

    @Override
    public void unpark() {
      if (++count % every != 0) {
        super.unpark();
      }
    }
  }
}
