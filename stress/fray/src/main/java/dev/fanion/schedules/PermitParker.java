package dev.fanion.schedules;

import dev.fanion.LoopOptions;
import dev.fanion.Parker;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Parks a thread as the loop's own parker does. The right form, from which each of the others differs by one mistake. */
class PermitParker implements Parker {
  volatile boolean permit;
  volatile @Nullable Thread thread;

  final LoopOptions options() {
    return LoopOptions.defaults().withTime(System::nanoTime, this);
  }

  @Override
  public void park(long nanos) {
    thread = Thread.currentThread();
    if (!permit) {
      block(nanos);
    }
    permit = false;
  }

  final void block(long nanos) {
    if (nanos == Long.MAX_VALUE) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, nanos);
    }
  }

  @Override
  public void unpark() {
    permit = true;
    LockSupport.unpark(thread);
  }

  /** Right: stops the first setter that comes to unpark, for ever. */
  static final class Stopping extends PermitParker {
    private final Payloads payloads;

    Stopping(Payloads payloads) {
      this.payloads = payloads;
    }

    @Override
    public void unpark() {
      payloads.aboutToUnpark();
      super.unpark();
    }
  }

  /** The loop looks at the permit, then publishes its thread. */
  static final class PublishesLate extends PermitParker {
    @Override
    public void park(long nanos) {
      if (!permit) {
        thread = Thread.currentThread();
        block(nanos);
      }
      permit = false;
    }
  }

  /** A setter looks for the thread, then gives the permit. */
  static final class GivesLate extends PermitParker {
    @Override
    public void unpark() {
      Thread found = thread;
      permit = true;
      LockSupport.unpark(found);
    }
  }

  /** The loop takes the permit back before it parks. */
  static final class TakesEarly extends PermitParker {
    @Override
    public void park(long nanos) {
      thread = Thread.currentThread();
      permit = false;
      block(nanos);
    }
  }

  /** The first unpark is lost. */
  static final class DropsFirst extends PermitParker {
    private final AtomicBoolean dropped = new AtomicBoolean();

    @Override
    public void unpark() {
      if (dropped.getAndSet(true)) {
        super.unpark();
      }
    }
  }

  /** An interrupt that ends the park is forgotten. */
  static final class SwallowsInterrupts extends PermitParker {
    @Override
    public void park(long nanos) {
      super.park(nanos);
      Thread.interrupted();
    }
  }

  /** A setter waits until the loop has taken the permit, which a loop that has ended never does. */
  static final class WaitsForTheLoop extends PermitParker {
    private volatile @Nullable Thread setter;

    @Override
    public void park(long nanos) {
      super.park(nanos);
      LockSupport.unpark(setter);
    }

    @Override
    public void unpark() {
      setter = Thread.currentThread();
      super.unpark();
      while (permit) {
        LockSupport.park(this);
      }
    }
  }
}
