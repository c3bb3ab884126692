package dev.fanion;

import org.jspecify.annotations.Nullable;

/**
 * How a stackless task goes on after a step: it waits, or it ends. The {@code await} methods of {@link Event},
 * {@link ThreadSafeFlag} and {@link Task} return a wait, and so does {@link EventLoop#sleep(java.time.Duration, Step)}; the step
 * must return what that call returned. Immutable; any thread; every method is bounded.
 *
 * @param <T> what the task ends with
 */
public final class Next<T extends @Nullable Object> {
  private static final Next<?> AWAITING = new Next<>(null);
  private static final Next<?> END = new Next<>(null);

  final @Nullable Object value;

  private Next(@Nullable Object value) {
    this.value = value;
  }

  /**
   * Ends the task without a value. Allocates nothing.
   *
   * @param <T> what the task ends with
   * @return what the last step returns
   */
  public static <T extends @Nullable Object> Next<T> end() {
    return any(END);
  }

  /**
   * Ends the task with a value.
   *
   * @param <T> what the task ends with
   * @param value the task's result
   * @return what the last step returns
   */
  public static <T extends @Nullable Object> Next<T> end(T value) {
    return value == null ? end() : new Next<>(value);
  }

  static <T extends @Nullable Object> Next<T> awaiting() {
    return any(AWAITING);
  }

  @SuppressWarnings("unchecked") // neither token holds a value of type T but null
  private static <T extends @Nullable Object> Next<T> any(Next<?> token) {
    return (Next<T>) token;
  }
}
