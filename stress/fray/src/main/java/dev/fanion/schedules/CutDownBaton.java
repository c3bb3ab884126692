package dev.fanion.schedules;

import java.util.concurrent.locks.LockSupport;

/** Hands the right to run to one thread, as the baton of a direct task does. The right form. */
class CutDownBaton {
  volatile boolean here;

  void give(Thread taker) {
    here = true;
    LockSupport.unpark(taker);
  }

  void take() {
    while (!here) {
      LockSupport.park(this);
    }
    here = false;
  }

  /** Gives the right to another thread and takes it back, twice. */
  static void toAndFro(CutDownBaton there, CutDownBaton back) {
    Thread home = Thread.currentThread();
    Thread task = new Thread(() -> {
      for (int i = 0; i < 2; i++) {
        there.take();
        back.give(home);
      }
    });
    task.start();
    for (int i = 0; i < 2; i++) {
      there.give(task);
      back.take();
    }
    Payloads.join(task);
  }

  /** Unparks the taker before it gives the baton. */
  static final class UnparksFirst extends CutDownBaton {
    @Override
    void give(Thread taker) {
      LockSupport.unpark(taker);
      here = true;
    }
  }

  /** Clears the baton before it waits for it. */
  static final class ClearsFirst extends CutDownBaton {
    @Override
    void take() {
      here = false;
      do {
        LockSupport.park(this);
      } while (!here);
    }
  }
}
