package dev.fanion;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a loop takes from outside. Immutable, for any thread; a loop may call what is in it on the threads that it runs on,
 * and {@link Parker#unpark()} on any.
 *
 * @param name the loop's name, for messages and thread names
 * @param clock the time in nanoseconds, as {@link System#nanoTime()}; read inside the loop only
 * @param parker how the loop sleeps, or null to park its thread
 * @param threads makes the threads of direct tasks
 * @param errors told inside the loop, once for each, of a task that failed and that nobody awaited; it should not throw
 */
public record LoopOptions(
    String name,
    LongSupplier clock,
    @Nullable Parker parker,
    ThreadFactory threads,
    BiConsumer<Task<?>, Throwable> errors) {

  /**
   * Checks the options.
   *
   * @param name as for the record, as all that follow
   * @param clock not null
   * @param parker may be null
   * @param threads not null
   * @param errors not null
   */
  public LoopOptions {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(threads, "threads");
    Objects.requireNonNull(errors, "errors");
  }

  /**
   * The system's clock, parked threads, virtual threads where the JDK has them and daemon threads elsewhere, and errors to
   * the {@link System.Logger} named {@code dev.fanion}.
   *
   * @return the options of {@code new EventLoop()}
   */
  public static LoopOptions defaults() {
    return new LoopOptions("loop", System::nanoTime, null, TaskThreads.FACTORY, LoopOptions::log);
  }

  /**
   * These options with another name.
   *
   * @param newName the loop's name
   * @return the new options
   */
  public LoopOptions withName(String newName) {
    return new LoopOptions(newName, clock, parker, threads, errors);
  }

  /**
   * These options with another time: clock and sleep belong together.
   *
   * @param newClock the clock
   * @param newParker how to sleep by that clock
   * @return the new options
   */
  public LoopOptions withTime(LongSupplier newClock, Parker newParker) {
    return new LoopOptions(name, newClock, Objects.requireNonNull(newParker, "parker"), threads, errors);
  }

  /**
   * These options with another way to make the threads of direct tasks.
   *
   * @param newThreads the factory
   * @return the new options
   */
  public LoopOptions withThreads(ThreadFactory newThreads) {
    return new LoopOptions(name, clock, parker, newThreads, errors);
  }

  /**
   * These options with another handler of unretrieved errors.
   *
   * @param newErrors the handler
   * @return the new options
   */
  public LoopOptions withErrors(BiConsumer<Task<?>, Throwable> newErrors) {
    return new LoopOptions(name, clock, parker, threads, newErrors);
  }

  static void log(Task<?> task, Throwable error) {
    System.getLogger("dev.fanion").log(System.Logger.Level.ERROR, "Nobody awaited " + task, error);
  }
}
