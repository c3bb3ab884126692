package dev.fanion;

import org.jspecify.annotations.Nullable;

/** A stackless task. */
final class StepTask<T extends @Nullable Object> extends Task<T> {
  /** The next step; null only while a step runs that has not waited yet. */
  private @Nullable Step<T> then;

  /** The step after a wait that ends otherwise, or null to end with its exception. */
  private @Nullable Otherwise<T> otherwise;

  StepTask(EventLoop loop, @Nullable String name, Step<T> first) {
    super(loop, name);
    then = first;
  }

  Next<T> await(WaitQueue waiters, long limit, Step<T> next, @Nullable Otherwise<T> or) {
    then = next;
    otherwise = or;
    block(waiters, limit);
    return Next.awaiting();
  }

  Next<T> giveWay(Step<T> next, @Nullable Otherwise<T> or) {
    then = next;
    otherwise = or;
    giveWay();
    return Next.awaiting();
  }

  /** For a wait that ends at once: the next step will run in the same turn, when the present one has returned. */
  Next<T> goOn(Step<T> next) {
    then = next;
    return Next.awaiting();
  }

  boolean hasNext() {
    return then != null;
  }

  static <T extends @Nullable Object> Next<T> otherwise(@Nullable Otherwise<T> or, WaitException why) throws Exception {
    if (or == null) {
      throw why;
    }
    return or.run(why);
  }

  @Override
  void resume(@Nullable WaitException why) {
    Step<T> step = then;
    Otherwise<T> or = otherwise;
    then = null;
    otherwise = null;
    try {
      Next<T> next = why == null ? step.run() : otherwise(or, why);
      while (next == Next.awaiting() && !suspended() && then != null) {
        step = then;
        then = null;
        next = step.run();
      }
      settle(next);
    } catch (Throwable error) {
      fail(error);
    }
  }

  private void settle(Next<T> next) {
    if (next == null) {
      throw new IllegalStateException("A step of " + label() + " returned null. Return what await gave, or Next.end().");
    }
    if (next != Next.awaiting()) {
      if (then != null) {
        throw new IllegalStateException("A step of " + label() + " both waited and ended. Return what await gave.");
      }
      end(next.value);
    } else if (!suspended()) {
      throw new IllegalStateException("A step of " + label() + " returned a wait that it did not call itself.");
    }
  }

  @Override
  void drop() {
    fail(new CancelledException(label() + " was dropped when its loop ended"));
  }
}
