package dev.fanion;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs one main task to its end, and the tasks that it spawns, one at a time, in the order in which they became ready.
 *
 * <p>When the main task has ended, the others are cancelled and get their turns until they end. A task that waits again is
 * cancelled once more; if it waits yet again, it is dropped. (A sleep of zero is no wait.) If nothing can ever wake the main
 * task, the run ends with a {@link DeadlockException}. An exception in a task goes to whoever awaits the task. If nobody does
 * before the loop is next idle or ends, the exception goes to {@link LoopOptions#errors()}, once.
 *
 * <h2>Once</h2>
 * A loop runs once, and its objects end with it: an {@link Event}, a {@link ThreadSafeFlag} and a {@link Task} belong to one loop
 * for ever. After the loop's end a task still tells its result, and {@link ThreadSafeFlag#set()} may still be called, but wakes
 * nobody; all that is for tasks of the loop is refused. To run again, make a new loop and new objects.
 *
 * <h2>Two ways to run</h2>
 * {@code run} runs the loop on the calling thread, and sleeps when there is nothing to do. An owner of another loop instead calls
 * {@code start}, and then {@link #runReady()} whenever the time that it returned has passed or {@link Parker#unpark()} was
 * called.
 *
 * <h2>Threads</h2>
 * The constructors, {@code name} and {@code toString} may be called on any thread, and before the start also {@code run},
 * {@code start} and {@code close}. {@code runReady} is for the owner of a started loop; {@code close} is for that owner, and for
 * tasks. The other methods are for tasks of this loop and refuse every other caller.
 */
public final class EventLoop extends LoopDriver implements AutoCloseable {
  /** A loop with the {@linkplain LoopOptions#defaults() default options}. */
  public EventLoop() {
    this(LoopOptions.defaults());
  }

  /**
   * A loop.
   *
   * @param options what it takes from outside
   */
  public EventLoop(LoopOptions options) {
    super(options);
  }

  /** {@return the name from the options} */
  public String name() {
    return name;
  }

  /**
   * Runs a direct main task to its end, and with it the loop, on the calling thread, which sleeps when there is nothing to do.
   * An interrupt of the calling thread cancels the main task when the loop next sleeps; the thread is interrupted again before
   * this method returns. Any thread. With memory effects as specified by
   * <a href="package-summary.html#order-start">relations Start and End</a>.
   *
   * @param <T> what the main task ends with
   * @param main its body
   * @return its value
   * @throws DeadlockException if nothing can ever wake the main task
   * @throws TaskFailedException if the main task ended with a checked exception, which is the cause; an unchecked exception is
   *     thrown as it is, also the {@link CancelledException} of a main task that was cancelled
   * @throws IllegalStateException if this loop was run, started or closed before
   */
  public <T extends @Nullable Object> T run(Callable<T> main) {
    return drive(start(main));
  }

  /**
   * As {@link #run(Callable)}, without a value.
   *
   * @param main the main task's body
   * @throws DeadlockException if nothing can ever wake the main task
   * @throws TaskFailedException if the main task ended with a checked exception, which is the cause; an unchecked exception is
   *     thrown as it is, also the {@link CancelledException} of a main task that was cancelled
   * @throws IllegalStateException if this loop was run, started or closed before
   */
  public void run(Action main) {
    run(callable(main, "main"));
  }

  /**
   * As {@link #run(Callable)}, with a stackless main task.
   *
   * @param <T> what the main task ends with
   * @param first its first step
   * @return its value
   * @throws DeadlockException if nothing can ever wake the main task
   * @throws TaskFailedException if the main task ended with a checked exception, which is the cause; an unchecked exception is
   *     thrown as it is, also the {@link CancelledException} of a main task that was cancelled
   * @throws IllegalStateException if this loop was run, started or closed before
   */
  public <T extends @Nullable Object> T runSteps(Step<T> first) {
    return drive(startSteps(first));
  }

  /**
   * Makes a direct main task ready, for a loop that its owner drives. Nothing runs yet. Any thread. Bounded. With memory effects
   * as specified by <a href="package-summary.html#order-start">relation Start</a>.
   *
   * @param <T> what the main task ends with
   * @param main its body
   * @return the main task
   * @throws IllegalStateException if this loop was run, started or closed before
   */
  public <T extends @Nullable Object> Task<T> start(Callable<T> main) {
    Objects.requireNonNull(main, "main");
    checkNew();
    return begin(new DirectTask<>(this, "main", main));
  }

  /**
   * As {@link #start(Callable)}, without a value.
   *
   * @param main the main task's body
   * @return the main task
   * @throws IllegalStateException if this loop was run, started or closed before
   */
  public Task<@Nullable Void> start(Action main) {
    return start(callable(main, "main"));
  }

  /**
   * As {@link #start(Callable)}, with a stackless main task.
   *
   * @param <T> what the main task ends with
   * @param first its first step
   * @return the main task
   * @throws IllegalStateException if this loop was run, started or closed before
   */
  public <T extends @Nullable Object> Task<T> startSteps(Step<T> first) {
    Objects.requireNonNull(first, "first");
    checkNew();
    return begin(new StepTask<>(this, "main", first));
  }

  /**
   * Gives each task that is ready one turn. Call it again when the returned time has passed or {@link Parker#unpark()} was
   * called, whichever comes first. For the owner of a started loop: any thread, but one call at a time, and each call must
   * happen-before the next. Returns when those turns are over, and never sleeps; {@link Parker#park} is not used. With memory
   * effects as specified by <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @return the nanoseconds until the next call is due: 0 if tasks are ready, {@link Long#MAX_VALUE} if only a flag can make
   *     one ready; -1 when everything has ended, and the main task has its result
   * @throws DeadlockException if nothing can ever wake the main task; by then everything has ended
   * @throws IllegalStateException also if no main task was started
   */
  public long runReady() {
    return enterForRound();
  }

  /**
   * Creates a direct task. It will run, but not before the caller suspends. A task that is spawned after the main task's end is
   * cancelled before it starts. Inside the loop. Bounded. With memory effects as specified by
   * <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @param <T> what the task ends with
   * @param taskName for messages, and for the name of the task's thread
   * @param body the task's body
   * @return the task
   * @throws IllegalStateException also if a task has closed this loop
   */
  public <T extends @Nullable Object> Task<T> spawn(String taskName, Callable<T> body) {
    Objects.requireNonNull(taskName, "taskName");
    Objects.requireNonNull(body, "body");
    checkOpen("spawn");
    return add(new DirectTask<>(this, taskName, body));
  }

  /**
   * As {@link #spawn(String, Callable)}, without a value.
   *
   * @param taskName for messages, and for the name of the task's thread
   * @param body the task's body
   * @return the task
   * @throws IllegalStateException also if a task has closed this loop
   */
  public Task<@Nullable Void> spawn(String taskName, Action body) {
    return spawn(taskName, callable(body, "body"));
  }

  /**
   * As {@link #spawn(String, Callable)}, without a name.
   *
   * @param <T> what the task ends with
   * @param body the task's body
   * @return the task
   * @throws IllegalStateException also if a task has closed this loop
   */
  public <T extends @Nullable Object> Task<T> spawn(Callable<T> body) {
    Objects.requireNonNull(body, "body");
    checkOpen("spawn");
    return add(new DirectTask<>(this, null, body));
  }

  /**
   * As {@link #spawn(String, Callable)}, without a name and without a value.
   *
   * @param body the task's body
   * @return the task
   * @throws IllegalStateException also if a task has closed this loop
   */
  public Task<@Nullable Void> spawn(Action body) {
    return spawn(callable(body, "body"));
  }

  /**
   * As {@link #spawn(String, Callable)}, with a stackless task.
   *
   * @param <T> what the task ends with
   * @param taskName for messages
   * @param first its first step
   * @return the task
   * @throws IllegalStateException also if a task has closed this loop
   */
  public <T extends @Nullable Object> Task<T> spawnSteps(String taskName, Step<T> first) {
    Objects.requireNonNull(taskName, "taskName");
    Objects.requireNonNull(first, "first");
    checkOpen("spawnSteps");
    return add(new StepTask<>(this, taskName, first));
  }

  /**
   * As {@link #spawnSteps(String, Step)}, without a name. Allocates the task and nothing else.
   *
   * @param <T> what the task ends with
   * @param first its first step
   * @return the task
   * @throws IllegalStateException also if a task has closed this loop
   */
  public <T extends @Nullable Object> Task<T> spawnSteps(Step<T> first) {
    Objects.requireNonNull(first, "first");
    checkOpen("spawnSteps");
    return add(new StepTask<>(this, null, first));
  }

  /**
   * Blocks the calling direct task for a time. {@link Duration#ZERO} gives each task that is ready one turn. Inside the loop.
   * With memory effects as specified by <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @param time the shortest time to sleep
   * @throws CancelledException if the task was cancelled meanwhile
   */
  public void sleep(Duration time) { //= LOP-2
    long nanos = TimerHeap.nanos(time, "time");
    DirectTask<?> task = direct(this, "sleep");
    if (nanos == 0) {
      task.pause();
    } else {
      task.await(sleepers, nanos);
    }
  }

  /**
   * Suspends the calling stackless task for a time. {@link Duration#ZERO} gives each task that is ready one turn. If the sleep
   * is cancelled, the task ends as cancelled. Inside the loop. Allocates nothing but a timer, once for a task. The number of
   * steps grows with the logarithm of the number of pending limits. With memory effects as specified by
   * <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @param <T> what the task ends with
   * @param time the shortest time to sleep
   * @param then the step after it
   * @return what the calling step must return
   */
  public <T extends @Nullable Object> Next<T> sleep(Duration time, Step<T> then) {
    return sleepOr(time, then, null);
  }

  /**
   * As {@link #sleep(Duration, Step)}, with a step for a sleep that ended otherwise.
   *
   * @param <T> what the task ends with
   * @param time the shortest time to sleep
   * @param then the step after it
   * @param otherwise the step after a cancelled sleep
   * @return what the calling step must return
   */
  public <T extends @Nullable Object> Next<T> sleep(Duration time, Step<T> then, Otherwise<T> otherwise) {
    return sleepOr(time, then, Objects.requireNonNull(otherwise, "otherwise"));
  }

  private <T extends @Nullable Object> Next<T> sleepOr(Duration time, Step<T> then, @Nullable Otherwise<T> otherwise) {
    long nanos = TimerHeap.nanos(time, "time");
    StepTask<T> task = stackless(this, "sleep", then);
    return nanos == 0 ? task.yieldTurn(then, otherwise) : task.await(sleepers, nanos, then, otherwise);
  }

  /** {@return the task that calls} Inside the loop. Bounded. */
  public Task<?> currentTask() {
    return caller(this, "currentTask");
  }

  /**
   * Throws everything away. No other task gets a further turn: stackless tasks are dropped as they are, and the stacks of direct
   * tasks are unwound; a wait on the way is refused.
   *
   * <p>If a task calls it, it takes effect when that task suspends or ends; a task that suspends is dropped too. If the owner
   * calls it between two calls of {@link #runReady()}, it takes effect at once, and returns when the last direct task has
   * unwound. Before the start it makes a start impossible. After the end it does nothing. For the owner the threads are those of
   * {@code runReady}. With memory effects as specified by <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @throws IllegalStateException if another thread is inside this loop
   */
  @Override
  public void close() {
    closeFromHere();
  }

  private static Callable<@Nullable Void> callable(Action action, String what) {
    Objects.requireNonNull(action, what);
    return () -> {
      action.run();
      return null;
    };
  }

  @Override
  public String toString() {
    return label() + " " + live.all();
  }
}
