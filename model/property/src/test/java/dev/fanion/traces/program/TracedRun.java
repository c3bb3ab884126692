package dev.fanion.traces.program;

import dev.fanion.CancelledException;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Parker;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import dev.fanion.WaitException;
import dev.fanion.traces.Recorder;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Two tasks that wait, clear, set, cancel and yield at random, and two setters that set. Runs on the traced classes. */
public final class TracedRun implements Runnable, Parker {
  /** How many flags leave one place free in a leaf. */
  private static final int FILLING = 63;

  private final Random random;
  private final Recorder.Permit permit = new Recorder.Permit();
  private final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(this::time, this));
  private final List<ThreadSafeFlag> flags = List.of(new ThreadSafeFlag(loop, "f1"), new ThreadSafeFlag(loop, "f2"));

  /** For each flag the task inside its wait, or null. */
  private final @Nullable Task<?>[] inside = new Task<?>[2];

  /** Whether the first leaf is nearly full from the start, so that the tree grows when tasks wait on both flags. */
  private final boolean grows;

  private @Nullable Task<?> first;
  private @Nullable Task<?> second;
  private long now;

  /** A run whose tasks choose by this seed. */
  public TracedRun(long seed) {
    random = new Random(seed);
    grows = seed % 3 == 0;
    Recorder.name(flags.get(0), "f1");
    Recorder.name(flags.get(1), "f2");
  }

  private long time() {
    return now;
  }

  @Override
  public void park(long nanos) {
    permit.park();
    now += 2;
    if (Recorder.isOver()) {
      throw new IllegalStateException("the trace is over"); // ends the loop
    }
  }

  @Override
  public void unpark() {
    permit.unpark();
  }

  /** Runs the loop. */
  @Override
  public void run() {
    loop.runSteps(() -> {
      first = loop.currentTask();
      for (int i = 0; grows && i < FILLING; i++) {
        ThreadSafeFlag flag = new ThreadSafeFlag(loop);
        loop.spawnSteps("filler", () -> flag.await(Next::end));
      }
      return loop.sleep(Duration.ZERO, this::begin);
    });
  }

  private Next<@Nullable Void> begin() throws Exception {
    second = loop.spawnSteps("t2", () -> goOn(""));
    Recorder.begin();
    return goOn("");
  }

  /** What a setter does. */
  public Runnable setter(long seed) {
    Random choices = new Random(seed);
    return () -> {
      Recorder.awaitBegin();
      while (!Recorder.isOver()) {
        set(Thread.currentThread().getName(), flags.get(choices.nextInt(2)));
      }
    };
  }

  private void set(String setter, ThreadSafeFlag flag) {
    Recorder.during("sets " + flag(flag));
    flag.set();
    Recorder.event(setter, "has set", flag(flag));
    Recorder.during("");
  }

  private String flag(ThreadSafeFlag flag) {
    return flag == flags.get(0) ? "f1" : "f2";
  }

  private String me() {
    return loop.currentTask() == first ? "t1" : "t2";
  }

  private Next<@Nullable Void> goOn(String ending) throws Exception {
    Recorder.wentOn(me(), ending);
    return act();
  }

  private Next<@Nullable Void> act() throws Exception {
    now++;
    if (Recorder.isOver()) {
      loop.close();
      return Next.end();
    }
    int flag = random.nextInt(2);
    return switch (random.nextInt(10)) {
      case 0 -> clear(flags.get(flag));
      case 1 -> cancel();
      case 2 -> yields();
      case 3 -> setInside(flags.get(flag));
      default -> inside[flag] == null ? await(flag) : refused(flag);
    };
  }

  private Next<@Nullable Void> clear(ThreadSafeFlag flag) throws Exception {
    Recorder.during(me() + " clears " + flag(flag));
    flag.clear();
    Recorder.during("");
    return act();
  }

  private Next<@Nullable Void> setInside(ThreadSafeFlag flag) throws Exception {
    set("s3", flag);
    return act();
  }

  private Next<@Nullable Void> cancel() {
    Task<?> other = loop.currentTask() == first ? second : first;
    if (other != null && (inside[0] == other || inside[1] == other)) {
      Recorder.event(me(), "cancels", me().equals("t1") ? "t2" : "t1");
      other.cancel();
    }
    return yields();
  }

  private Next<@Nullable Void> yields() {
    Recorder.event(me(), "yields", "");
    return loop.sleep(Duration.ZERO, () -> goOn(""));
  }

  private Next<@Nullable Void> refused(int flag) {
    try {
      flags.get(flag).await(() -> goOn(""));
    } catch (IllegalStateException takenByTheOther) {
      Recorder.event(me(), "is refused", flag(flags.get(flag)));
    }
    return yields();
  }

  private Next<@Nullable Void> await(int flag) {
    inside[flag] = loop.currentTask();
    Recorder.during(me() + " waits on " + flag(flags.get(flag)));
    try {
      return random.nextBoolean() ? flags.get(flag).await(() -> after(flag, "woken"), why -> after(flag, why))
          : flags.get(flag).await(Duration.ofNanos(1 + random.nextInt(3)), () -> after(flag, "woken"), why -> after(flag, why));
    } finally {
      Recorder.during("");
    }
  }

  private Next<@Nullable Void> after(int flag, WaitException why) throws Exception {
    return after(flag, why instanceof CancelledException ? "cancelled" : "timeout");
  }

  private Next<@Nullable Void> after(int flag, String ending) throws Exception {
    inside[flag] = null;
    return goOn(ending);
  }
}
