package dev.fanion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A loop on virtual time, and the deeds of its tasks, which write down what they see. */
final class World {
  final VirtualTime time = new VirtualTime();
  final List<String> log = new ArrayList<>();

  /** What the loop's handler of errors was told: the task's name and the message. */
  final List<String> reported = new ArrayList<>();

  final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(time, time).withErrors(this::report));

  private final Map<String, Task<?>> tasks = new HashMap<>();
  private final Form form;
  private AssertionError failed;

  World(Form form) {
    this.form = form;
  }

  static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  Event event(String name) {
    return new Event(loop, name);
  }

  ThreadSafeFlag flag(String name) {
    return new ThreadSafeFlag(loop, name);
  }

  /** An assertion that fails in a task fails the test. */
  private void report(Task<?> task, Throwable error) {
    if (error instanceof AssertionError wrong) {
      failed = wrong;
    }
    reported.add(task.name() + ": " + error.getMessage());
  }

  /** Runs the main task and returns the log. */
  List<String> run(Deed... deeds) {
    form.run(loop, List.of(deeds));
    if (failed != null) {
      throw failed;
    }
    return log;
  }

  Task<?> start(Deed... deeds) {
    return form.start(loop, List.of(deeds));
  }

  Task<?> task(String name) {
    return tasks.get(name);
  }

  Deed act(Action action) {
    return Deed.act(action);
  }

  Deed say(String word) {
    return act(() -> log.add(word));
  }

  Deed spawn(String name, Deed... deeds) {
    return act(() -> tasks.put(name, form.spawn(loop, name, List.of(deeds))));
  }

  Deed cancel(String name) {
    return act(() -> task(name).cancel());
  }

  Deed set(Event event) {
    return act(event::set);
  }

  Deed set(ThreadSafeFlag flag) {
    return act(flag::set);
  }

  Deed clear(Event event) {
    return act(event::clear);
  }

  Deed clear(ThreadSafeFlag flag) {
    return act(flag::clear);
  }

  Deed await(Awaitable what) {
    return new Deed(what::await, what::await);
  }

  Deed await(Awaitable what, Duration limit) {
    return new Deed(() -> what.await(limit), (then, otherwise) -> what.await(limit, then, otherwise));
  }

  /** Awaits the task that has that name when the deed is done. */
  Deed join(String name) {
    return new Deed(() -> task(name).await(), (then, otherwise) -> task(name).await(then, otherwise));
  }

  Deed sleep(Duration howLong) {
    return new Deed(() -> loop.sleep(howLong), (then, otherwise) -> loop.sleep(howLong, then, otherwise));
  }

  /** Gives every ready task a turn. */
  Deed pause() {
    return sleep(Duration.ZERO);
  }

  /** Does the deed and writes down who did it and how it ended. */
  Deed ending(String who, Deed deed) {
    Deed said = new Deed(
        () -> {
          deed.direct().run();
          log.add(who + " woken");
        },
        (then, otherwise) -> deed.stackless().run(() -> {
          log.add(who + " woken");
          return then.run();
        }, otherwise));
    return said.orElse(why -> log.add(who + " " + word(why)));
  }

  /** A task that waits once and writes down how that ended. */
  Deed waiter(String name, Awaitable what) {
    return spawn(name, ending(name, await(what)));
  }

  private static String word(WaitException why) {
    return why instanceof CancelledException ? "cancelled" : why instanceof TimedOutException ? "timed out" : "failed";
  }
}
