package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/** Hands the right to run to one thread. What the giver did before happens-before what the taker does after. */
final class Baton {
  private static final VarHandle HERE =
      ConstantBootstraps.fieldVarHandle(lookup(), "here", VarHandle.class, Baton.class, boolean.class);

  /** Whether the baton was given and not yet taken. True by the giver, false by the taker; always volatile. */
  private boolean here;

  void give(Thread taker) {
    HERE.setVolatile(this, true);
    LockSupport.unpark(taker);
  }

  /** Waits for the baton. An interrupt does not end the wait; the thread stays interrupted after it. */
  void take(Object blocker) {
    boolean interrupted = false;
    while (!(boolean) HERE.getVolatile(this)) {
      LockSupport.park(blocker);
      interrupted |= Thread.interrupted();
    }
    HERE.setVolatile(this, false);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
