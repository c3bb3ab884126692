package dev.fanion;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs one main task to its end, and the tasks that it spawns, one at a time, in the order in which they became ready.
 *
 * <p>When the main task has ended, the others are cancelled and get their turns until they end; one that waits again is
 * cancelled once more and then dropped. (Giving way with a sleep of zero is not a wait.) If nothing can ever wake the
 * main task, the run ends with a {@link DeadlockException}. An exception in a task goes to whoever awaits it; if nobody
 * does by the time that the loop is next idle or ends, it is reported to {@link LoopOptions#errors()}, once.
 *
 * <h2>Two ways to run</h2>
 * {@code run} runs the loop on the calling thread and sleeps when nothing is to do. An owner of another loop instead calls
 * {@code start}, and then {@link #runReady()} whenever the time that it returned has passed or {@link Parker#unpark()} was
 * called. A loop runs once.
 *
 * <h2>Threads</h2>
 * Only the constructors, {@code name}, {@code toString} and, before the start, {@code run} and {@code start} may be called on
 * any thread. The other methods but {@code runReady} are for tasks of this loop and refuse every other caller. With memory
 * effects as specified by <a href="package-summary.html#ordering">Turns, Start and End</a>.
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
   * Runs a direct main task to its end, and with it the loop, on the calling thread, which sleeps when nothing is to do. An
   * interrupt of the calling thread cancels the main task when the loop next sleeps; the thread is interrupted again before
   * this returns.
   *
   * @param <T> what the main task ends with
   * @param main its body
   * @return its value
   * @throws DeadlockException if nothing can ever wake it
   * @throws TaskFailedException if it ended with a checked exception, which is the cause; an unchecked one is thrown as it is
   */
  public <T extends @Nullable Object> T run(Callable<T> main) {
    return drive(start(main));
  }

  /**
   * As {@link #run(Callable)}, without a value.
   *
   * @param main the main task's body
   * @throws DeadlockException if nothing can ever wake it
   * @throws TaskFailedException if it ended with a checked exception, which is the cause; an unchecked one is thrown as it is
   */
  public void run(Action main) {
    run(callable(main));
  }

  /**
   * As {@link #run(Callable)}, with a stackless main task.
   *
   * @param <T> what the main task ends with
   * @param first its first step
   * @return its value
   * @throws DeadlockException if nothing can ever wake it
   * @throws TaskFailedException if it ended with a checked exception, which is the cause; an unchecked one is thrown as it is
   */
  public <T extends @Nullable Object> T runSteps(Step<T> first) {
    return drive(startSteps(first));
  }

  /**
   * Makes a direct main task ready, for a loop that its owner drives. Bounded; nothing runs yet.
   *
   * @param <T> what the main task ends with
   * @param main its body
   * @return the main task
   */
  public <T extends @Nullable Object> Task<T> start(Callable<T> main) {
    Objects.requireNonNull(main, "main");
    checkNew();
    return begin(new DirectTask<>(this, "main", main));
  }

  /**
   * As {@link #start(Callable)}, with a stackless main task.
   *
   * @param <T> what the main task ends with
   * @param first its first step
   * @return the main task
   */
  public <T extends @Nullable Object> Task<T> startSteps(Step<T> first) {
    Objects.requireNonNull(first, "first");
    checkNew();
    return begin(new StepTask<>(this, "main", first));
  }

  /**
   * Gives each task that is ready one turn, on the calling thread. For the owner of a started loop: any thread, but one call
   * at a time, each of which must happen-before the next. Returns when those turns are over; never sleeps. Call it again when the
   * returned time has passed or {@link Parker#unpark()} has been called, whichever comes first; {@link Parker#park} is not
   * used.
   *
   * @return the nanoseconds until the next call is due: 0 if tasks are ready, {@link Long#MAX_VALUE} if only a flag can make
   *     one ready; -1 when everything has ended, and the main task has its result
   * @throws DeadlockException if nothing can ever wake the main task; everything has ended
   */
  public long runReady() {
    return enterForRound();
  }

  /**
   * Creates a direct task. It will run, but not before the caller suspends. Inside the loop; bounded. A task that is spawned
   * after the main task's end is cancelled before it starts.
   *
   * @param <T> what the task ends with
   * @param taskName for messages
   * @param body the task's body
   * @return the task
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
   * @param taskName for messages
   * @param body the task's body
   * @return the task
   */
  public Task<@Nullable Void> spawn(String taskName, Action body) {
    return spawn(taskName, callable(body));
  }

  /**
   * As {@link #spawn(String, Callable)}, with a stackless task.
   *
   * @param <T> what the task ends with
   * @param taskName for messages
   * @param first its first step
   * @return the task
   */
  public <T extends @Nullable Object> Task<T> spawnSteps(String taskName, Step<T> first) {
    Objects.requireNonNull(taskName, "taskName");
    Objects.requireNonNull(first, "first");
    checkOpen("spawnSteps");
    return add(new StepTask<>(this, taskName, first));
  }

  /**
   * As {@link #spawnSteps(String, Step)}, without a name, and so without an allocation but the task itself.
   *
   * @param <T> what the task ends with
   * @param first its first step
   * @return the task
   */
  public <T extends @Nullable Object> Task<T> spawnSteps(Step<T> first) {
    Objects.requireNonNull(first, "first");
    checkOpen("spawnSteps");
    return add(new StepTask<>(this, null, first));
  }

  /**
   * Blocks the calling direct task for a time. {@link Duration#ZERO} gives each task that is ready one turn.
   *
   * @param time how long at least
   * @throws CancelledException if the task was cancelled meanwhile
   */
  public void sleep(Duration time) {
    long nanos = TimerHeap.nanos(time, "time");
    DirectTask<?> task = direct(this, "sleep");
    if (nanos == 0) {
      task.pause();
    } else {
      task.await(sleepers, nanos);
    }
  }

  /**
   * Suspends the calling stackless task for a time. {@link Duration#ZERO} gives each task that is ready one turn. If the
   * sleep is cancelled, the task ends as cancelled. Allocates nothing but, once for a task, a timer; takes as many steps as
   * the logarithm of the number of pending limits.
   *
   * @param <T> what the task ends with
   * @param time how long at least
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
   * @param time how long at least
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

  /** {@return the task that calls} Bounded. */
  public Task<?> currentTask() {
    return caller(this, "currentTask");
  }

  /**
   * Throws everything away. No other task gets a further turn; stackless tasks are dropped as they are, direct ones are
   * unwound, and any wait on the way is refused. Called by a task, it takes effect when that task suspends or ends, and the
   * task is dropped too if it suspends; called by the owner between two calls of {@link #runReady()}, at once: it
   * returns when the last direct task has unwound. Before the start it only sees to it that there is none. After the end it
   * does nothing.
   */
  @Override
  public void close() {
    closeFromHere();
  }

  private static Callable<@Nullable Void> callable(Action action) {
    Objects.requireNonNull(action, "body");
    return () -> {
      action.run();
      return null;
    };
  }

  @Override
  public String toString() {
    return label() + " " + live();
  }
}
