package dev.fanion;

import org.jspecify.annotations.Nullable;

/** A stackless task. */
final class StepTask<T extends @Nullable Object> extends Task<T> {
  /** The next step; while a step runs that has not waited yet, that step; null once the task has ended. */
  private @Nullable Step<T> then;

  /** The step after a wait that ends otherwise; null if the task then ends with the wait's exception. */
  private @Nullable Otherwise<T> otherwise;

  StepTask(EventLoop loop, @Nullable String name, Step<T> first) {
    super(loop, name);
    then = first;
  }

  Next<T> await(TaskQueue waiters, long limit, Step<T> next, @Nullable Otherwise<T> or) {
    follow(next, or);
    block(waiters, limit);
    return Next.awaiting();
  }

  Next<T> yieldTurn(Step<T> next, @Nullable Otherwise<T> or) {
    follow(next, or);
    yieldTurn();
    return Next.awaiting();
  }

  /** For a wait that ends at once: the next step will run in the same turn, after the present step has returned. */
  Next<T> continueWith(Step<T> next) {
    then = next;
    continueTurn();
    return Next.awaiting();
  }

  /** Names the next steps. They are often the same again, and to compare is cheaper than to write a reference. */
  private void follow(@Nullable Step<T> next, @Nullable Otherwise<T> or) {
    if (then != next) {
      then = next;
    }
    if (otherwise != or) {
      otherwise = or;
    }
  }

  static <T extends @Nullable Object> Next<T> otherwise(@Nullable Otherwise<T> or, WaitException why) throws Exception {
    if (or == null) {
      throw why;
    }
    return or.run(why);
  }

  @Override
  void resume(@Nullable WaitException why) {
    try {
      Next<T> next = why == null ? then.run() : otherwise(otherwise, why);
      while (next == Next.awaiting() && beginNextStep()) {
        next = then.run();
      }
      settle(next);
    } catch (Throwable error) {
      follow(null, null);
      fail(error);
    }
  }

  private void settle(Next<T> next) {
    if (next == null) {
      throw new IllegalStateException("A step of " + label() + " returned null. Return what await gave, or Next.end().");
    }
    if (next != Next.awaiting()) {
      if (hasWaited()) {
        throw new IllegalStateException("A step of " + label() + " both waited and ended. Return what await gave.");
      }
      follow(null, null);
      end(next.value);
    } else if (!suspended()) {
      throw new IllegalStateException("A step of " + label() + " returned a wait that it did not call itself.");
    }
  }

  @Override
  void drop() {
    follow(null, null);
    fail(new CancelledException(label() + " was dropped when its loop ended"));
  }
}
