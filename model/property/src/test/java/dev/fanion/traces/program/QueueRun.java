package dev.fanion.traces.program;

import dev.fanion.CancelledException;
import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Parker;
import dev.fanion.Task;
import dev.fanion.WaitException;
import dev.fanion.traces.Recorder;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Up to four tasks that wait for two events, set, clear, cancel, yield and spawn at random. Runs on the traced classes. */
public final class QueueRun implements Runnable, Parker {
  private static final int TASKS = 4;

  private final Random random;
  private final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(this::time, this));
  private final List<Event> events = List.of(new Event(loop, "e1"), new Event(loop, "e2"));
  private final List<Task<?>> tasks = new ArrayList<>();

  /** The tasks that have had a turn. Who is cancelled before that ends at once, and ends are not in the trace. */
  private final Set<Task<?>> started = new HashSet<>();

  private long now;

  /** A run whose tasks choose by this seed. */
  public QueueRun(long seed) throws ReflectiveOperationException {
    random = new Random(seed);
    Field ready = Class.forName("dev.fanion.Scheduler", false, getClass().getClassLoader()).getDeclaredField("ready");
    ready.setAccessible(true);
    Recorder.name(ready.get(loop), "ready");
    Method waiters = Event.class.getDeclaredMethod("waiters");
    waiters.setAccessible(true);
    for (Event event : events) {
      Recorder.name(waiters.invoke(event), name(event));
    }
  }

  private long time() {
    return now;
  }

  @Override
  public void park(long nanos) {
    now += nanos;
  }

  @Override
  public void unpark() {}

  @Override
  public void run() {
    loop.runSteps(() -> {
      tasks.add(loop.currentTask());
      Recorder.begin();
      return goOn("");
    });
  }

  private String name(Event event) {
    return event == events.get(0) ? "e1" : "e2";
  }

  private String name(Task<?> task) {
    return "t" + (tasks.indexOf(task) + 1);
  }

  private void call(String verb, String what) {
    Recorder.event(name(loop.currentTask()), verb, what);
  }

  private Next<@Nullable Void> goOn(String ending) throws Exception {
    started.add(loop.currentTask());
    Recorder.wentOn(name(loop.currentTask()), ending);
    return act();
  }

  private Next<@Nullable Void> goOn(WaitException why) throws Exception {
    return goOn(why instanceof CancelledException ? "cancelled" : "timeout");
  }

  private Next<@Nullable Void> act() throws Exception {
    now++;
    if (Recorder.isOver()) {
      loop.close();
      return Next.end();
    }
    Event event = events.get(random.nextInt(2));
    switch (random.nextInt(10)) {
      case 0, 1 -> {
        call("sets", name(event));
        event.set();
      }
      case 2 -> {
        call("clears", name(event));
        event.clear();
      }
      case 3 -> cancel(tasks.get(random.nextInt(tasks.size())));
      case 4 -> spawn();
      case 5 -> {
        call("yields", "");
        return loop.sleep(Duration.ZERO, () -> goOn(""), this::goOn);
      }
      default -> {
        return await(event);
      }
    }
    return act();
  }

  private void cancel(Task<?> task) {
    if (task != loop.currentTask() && started.contains(task)) {
      call("cancels", name(task));
      task.cancel();
    }
  }

  private void spawn() {
    if (tasks.size() < TASKS) {
      call("spawns", "t" + (tasks.size() + 1));
      tasks.add(loop.spawnSteps("task", () -> goOn("")));
    }
  }

  private Next<@Nullable Void> await(Event event) {
    call("waits on", name(event));
    return loop.currentTask() != tasks.get(0) && random.nextBoolean() ? event.await(() -> goOn("woken"), this::goOn)
        : event.await(Duration.ofNanos(1 + random.nextInt(9)), () -> goOn("woken"), this::goOn);
  }
}
