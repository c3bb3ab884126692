package dev.fanion.storms;

import dev.fanion.LoopOptions;
import dev.fanion.Parker;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A loop whose thread is unparked all the time and interrupted now and then, for no reason. */
final class Pestered extends Subject {
  private static final int UNPARKS_FOR_AN_INTERRUPT = 100;
  private static final int GLANCES = 10_000_000;

  private final Subject inner;
  private final Thread pest = new Thread(this::pester, "pest");
  private volatile @Nullable Thread loop;
  private volatile boolean stopped;

  Pestered(Subject inner) {
    super(inner.waits);
    this.inner = inner;
  }

  @Override
  void set(int flag) {
    inner.set(flag);
  }

  @Override
  void run() {
    loop = Thread.currentThread();
    pest.setDaemon(true);
    pest.start();
    inner.run();
    if (!Thread.interrupted()) {
      waits.complain("the interrupts were swallowed: run() returned to a thread that is not interrupted");
    }
  }

  private void pester() {
    for (int i = 1; !stopped; i++) {
      LockSupport.unpark(loop);
      if (i % UNPARKS_FOR_AN_INTERRUPT == 0) {
        loop.interrupt();
      }
      Thread.yield();
    }
  }

  /** Interrupts the loop once more in its sleep, so that each run has had an interrupt in a park, and then ends the loop. */
  @Override
  void end() {
    if (!stopped) {
      stopped = true;
      while (pest.isAlive()) {
        Thread.yield();
      }
      for (int i = 0; i < GLANCES && loop.getState() == Thread.State.RUNNABLE; i++) {
        Thread.yield();
      }
      loop.interrupt();
    }
    inner.end();
  }

  @Override
  String state() {
    return inner.state();
  }

  /** Broken: a parker that keeps interrupts to itself. */
  static LoopOptions swallowsInterrupts() {
    Parker parker = new PermitParker() {
      @Override
      public void park(long nanos) {
        super.park(nanos);
        Thread.interrupted();
      }
    };
    return LoopOptions.defaults().withTime(System::nanoTime, parker);
  }
}
