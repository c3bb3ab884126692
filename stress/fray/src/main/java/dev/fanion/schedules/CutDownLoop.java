package dev.fanion.schedules;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * A flag, its loop and one task that waits, cut down to the fields that they share with setters. The thread that makes it runs
 * it, and parks for real. This is the right form. Each of the {@link Mistakes} differs from it in one method.
 */
class CutDownLoop {
  final Payloads payloads;

  /** Whether a signal is there. */
  final AtomicBoolean raised = new AtomicBoolean();

  /** Whether the loop must look. */
  final AtomicBoolean hint = new AtomicBoolean();

  final AtomicBoolean asleep = new AtomicBoolean();

  /** Whether the task is inside the wait. Written by the loop, read by setters. */
  volatile boolean registered;

  private final Thread home = Thread.currentThread();

  /** Whether the task was woken. Loop only. */
  private boolean ready;

  CutDownLoop(Payloads payloads) {
    this.payloads = payloads;
  }

  void set() {
    raised.set(true);
    if (registered) {
      mark();
      wake();
    }
  }

  final void mark() {
    if (!hint.get()) {
      hint.set(true);
    }
  }

  void wake() {
    if (asleep.get()) {
      unpark();
    }
  }

  final void unpark() {
    payloads.aboutToUnpark();
    LockSupport.unpark(home);
  }

  void clear() {
    raised.getAndSet(false);
  }

  final void await() {
    if (!begin()) {
      end();
    }
  }

  /** Begins a wait. If a signal is there, consumes it and returns true: the wait is over. */
  final boolean begin() {
    boolean over = raised.getAndSet(false) || register();
    if (over) {
      registered = false;
      payloads.receive();
    }
    return over;
  }

  /** Ends a wait that has begun, by a signal, which it consumes. */
  final void end() {
    for (look(); !ready; look()) {
      sleep();
    }
    ready = false;
    registered = false;
    consume();
  }

  /** Ends a wait that has begun by a cancellation, unless its signal is there. Returns whether a signal ended it. */
  final boolean endsBySignal() {
    look();
    boolean signalled = ready;
    ready = false;
    registered = false;
    if (signalled) {
      consume();
    } else {
      leave();
    }
    return signalled;
  }

  /** Makes the wait visible to setters. If a signal came before that, consumes it and returns true. */
  boolean register() {
    registered = true;
    return raised.getAndSet(false);
  }

  void look() {
    if (hint.get()) {
      hint.set(false);
      notice();
    }
  }

  final void notice() {
    ready |= raised.get();
  }

  void sleep() {
    asleep.set(true);
    if (!hint.get()) {
      LockSupport.park(this);
    }
    asleep.set(false);
  }

  /** The wait ended with a signal. */
  void consume() {
    raised.getAndSet(false);
    payloads.receive();
  }

  /** The wait ended without a signal. */
  void leave() {}

  /** Setters send payloads, each a given number. */
  static void setters(int setters, int payloadsEach, Function<Payloads, CutDownLoop> form) {
    Payloads payloads = new Payloads(setters * payloadsEach);
    CutDownLoop loop = form.apply(payloads);
    Thread[] senders = new Thread[setters];
    for (int i = 0; i < setters; i++) {
      senders[i] = payloads.sender(payloadsEach, loop::set);
    }
    Payloads.start(senders);
    while (payloads.isExpecting()) {
      loop.await();
    }
    Payloads.join(senders);
  }

  /** One set, when an earlier one has left its hint and its signal was taken. */
  static void staleHint(Function<Payloads, CutDownLoop> form) {
    Payloads payloads = new Payloads(1);
    CutDownLoop loop = form.apply(payloads);
    loop.mark();
    Thread sender = payloads.sender(1, loop::set);
    Payloads.start(sender);
    loop.await();
    Payloads.join(sender);
  }

  /** Of two setters the first that comes to unpark stops there. One wait must return all the same. */
  static void stoppedSetter(Function<Payloads, CutDownLoop> form) {
    Payloads payloads = new Payloads(2).stoppingTheFirstUnpark();
    CutDownLoop loop = form.apply(payloads);
    Thread[] senders = {payloads.sender(1, loop::set), payloads.sender(1, loop::set)};
    Payloads.start(senders);
    loop.await();
    Payloads.join(senders);
  }

  /** A clear comes while the task waits. It takes back the signal or leaves it. If the signal is left, the task must wake. */
  static void clear(Function<Payloads, CutDownLoop> form) {
    Payloads payloads = new Payloads(2);
    CutDownLoop loop = form.apply(payloads);
    boolean over = loop.begin();
    Thread sender = payloads.sender(2, loop::set);
    Payloads.start(sender);
    loop.clear();
    Payloads.join(sender);
    if (!over && loop.raised.get()) {
      loop.end();
    }
  }

  /** The wait is cancelled unless the signal comes first. Then the task waits again. */
  static void cancelled(Function<Payloads, CutDownLoop> form) {
    Payloads payloads = new Payloads(1);
    CutDownLoop loop = form.apply(payloads);
    Thread sender = payloads.sender(1, loop::set);
    Payloads.start(sender);
    if (!loop.begin() && !loop.endsBySignal()) {
      loop.await();
    }
    Payloads.join(sender);
  }
}
