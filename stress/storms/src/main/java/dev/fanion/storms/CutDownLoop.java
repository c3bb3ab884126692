package dev.fanion.storms;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Flags and a loop, cut down to the fields that they share. The right form, from which each of the {@link Mistakes} differs. */
class CutDownLoop extends Subject {
  /** Of each flag: 1 if a signal is there. Raised by setters, lowered by the loop. */
  final AtomicIntegerArray raised;

  /** Of each flag: 1 while somebody waits, so that a setter must mark the hint. Written by the loop. */
  final AtomicIntegerArray awaited;

  /** Whether the loop must look at the flags. Marked by setters, unmarked by the loop before it looks. */
  volatile boolean hint;

  /** Whether a setter must unpark. Written by the loop. */
  volatile boolean asleep;

  private volatile boolean over;
  private volatile @Nullable Thread thread;

  CutDownLoop(Waits waits) {
    super(waits);
    raised = new AtomicIntegerArray(waits.flags);
    awaited = new AtomicIntegerArray(waits.flags);
  }

  @Override
  void set(int flag) {
    raise(flag);
    tell(flag);
  }

  void raise(int flag) {
    raised.set(flag, 1);
  }

  final void tell(int flag) {
    if (awaited.get(flag) == 1) {
      mark();
      wake();
    }
  }

  private void mark() {
    if (!hint) {
      hint = true;
    }
  }

  private void wake() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  final void run() {
    thread = Thread.currentThread();
    for (int flag = 0; flag < waits.flags; flag++) {
      await(flag);
    }
    while (!over) {
      if (hint) {
        hint = false;
        look();
      }
      sleep();
    }
  }

  private void look() {
    for (int flag = 0; flag < waits.flags; flag++) {
      if (raised.get(flag) == 1) {
        awaited.set(flag, 0);
        raised.getAndSet(flag, 0);
        waits.returned(flag);
        await(flag);
      }
    }
  }

  /** Waits on the flag again and again, until a wait blocks. */
  private void await(int flag) {
    waits.begins(flag);
    while (consume(flag) || blocksNot(flag)) {
      waits.returned(flag);
      waits.begins(flag);
    }
  }

  private boolean consume(int flag) {
    return raised.getAndSet(flag, 0) == 1;
  }

  /** Says that somebody waits, and looks once more. Returns whether the wait has ended. */
  private boolean blocksNot(int flag) {
    joins(flag);
    boolean late = looksOnceMore(flag);
    if (late) {
      awaited.set(flag, 0);
    }
    return late;
  }

  void joins(int flag) {
    awaited.set(flag, 1);
  }

  boolean looksOnceMore(int flag) {
    return consume(flag);
  }

  void sleep() {
    asleep = true;
    if (!hint && !over) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  @Override
  final void end() {
    over = true;
    LockSupport.unpark(thread);
  }

  @Override
  final String state() {
    return getClass().getSimpleName() + ": raised " + raised + ", awaited " + awaited + ", hint " + hint + ", asleep " + asleep;
  }
}
