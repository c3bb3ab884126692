package dev.fanion;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a loop takes from outside. Begin with {@link #defaults()}, and change what is to be different:
 * {@code LoopOptions.defaults().withName("pump")}. A later version may have more options; programs that are written so need no
 * change then.
 *
 * <p>Immutable, and for any thread; every method is bounded. The loop uses the options on the threads that it runs on, and
 * calls {@link Parker#unpark()} on any.
 */
public final class LoopOptions {
  private static final LoopOptions DEFAULTS =
      new LoopOptions("loop", System::nanoTime, null, TaskThreads.FACTORY, LoopOptions::log);

  private final String name;
  private final LongSupplier clock;
  private final @Nullable Parker parker;
  private final ThreadFactory threads;
  private final BiConsumer<Task<?>, Throwable> errors;

  private LoopOptions(String name, LongSupplier clock, @Nullable Parker parker, ThreadFactory threads,
      BiConsumer<Task<?>, Throwable> errors) {
    this.name = Objects.requireNonNull(name, "name");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.parker = parker;
    this.threads = Objects.requireNonNull(threads, "threads");
    this.errors = Objects.requireNonNull(errors, "errors");
  }

  /**
   * The name {@code loop}, the system's clock, a parked thread for an idle loop, virtual threads for direct tasks where the
   * JDK has them and daemon threads elsewhere, and errors to the {@link System.Logger} named {@code dev.fanion}.
   *
   * @return the options of {@code new EventLoop()}
   */
  public static LoopOptions defaults() {
    return DEFAULTS;
  }

  /**
   * These options with another name.
   *
   * @param newName the loop's name, for messages and thread names
   * @return the new options
   */
  public LoopOptions withName(String newName) {
    return new LoopOptions(newName, clock, parker, threads, errors);
  }

  /**
   * These options with another time: clock and sleep belong together.
   *
   * @param newClock the time in nanoseconds, as {@link System#nanoTime()}; the loop reads it inside only
   * @param newParker how the loop sleeps by that clock
   * @return the new options
   */
  public LoopOptions withTime(LongSupplier newClock, Parker newParker) {
    return new LoopOptions(name, newClock, Objects.requireNonNull(newParker, "parker"), threads, errors);
  }

  /**
   * These options with another way to make the threads of direct tasks.
   *
   * @param newThreads the factory; each task has a thread of its own
   * @return the new options
   */
  public LoopOptions withThreads(ThreadFactory newThreads) {
    return new LoopOptions(name, clock, parker, newThreads, errors);
  }

  /**
   * These options with another handler of errors that nobody learned of.
   *
   * @param newErrors is called inside the loop, once for each task that failed and that nobody awaited. It may use the loop's
   *     events, and may spawn. It should not throw: what it throws is logged, beside the task's error
   * @return the new options
   */
  public LoopOptions withErrors(BiConsumer<Task<?>, Throwable> newErrors) {
    return new LoopOptions(name, clock, parker, threads, newErrors);
  }

  /** {@return the loop's name, for messages and thread names} */
  public String name() {
    return name;
  }

  /** {@return the time in nanoseconds, as {@link System#nanoTime()}} */
  public LongSupplier clock() {
    return clock;
  }

  /** {@return how the loop sleeps, or null for the default, which parks the loop's thread} */
  public @Nullable Parker parker() {
    return parker;
  }

  /** {@return what makes the threads of direct tasks} */
  public ThreadFactory threads() {
    return threads;
  }

  /** {@return the handler of errors that nobody learned of} */
  public BiConsumer<Task<?>, Throwable> errors() {
    return errors;
  }

  static void log(Task<?> task, Throwable error) {
    System.getLogger("dev.fanion").log(System.Logger.Level.ERROR, "Nobody awaited " + task, error);
  }

  @Override
  public String toString() {
    return "LoopOptions " + name;
  }
}
