package dev.fanion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Each method is what a task does from one suspension to the next. */
final class StepPrograms extends Programs {
  private final Event event;
  private final Deque<Task<?>> tasks = new ArrayDeque<>();
  private int count;

  StepPrograms(EventLoop loop, Consumer<String> print) {
    super(loop, print);
    event = new Event(loop);
  }

  private Next<Void> prints(String text) {
    print.accept(text);
    return Next.end();
  }

  private Next<Void> joinAll() {
    return tasks.isEmpty() ? Next.end() : tasks.remove().await(this::joinAll);
  }

  private Next<Void> setAndJoinAll() {
    event.set();
    return joinAll();
  }

  @Override
  void basicShape() {
    loop.runSteps(() -> {
      tasks.add(loop.spawnSteps("waiter", this::waiter));
      return loop.sleep(SECOND, this::setAndJoinAll);
    });
  }

  private Next<Void> waiter() {
    print.accept("waiting");
    return event.await(() -> prints("got signal"));
  }

  @Override
  void severalWaiters() {
    loop.runSteps(() -> {
      for (String name : List.of("a", "b", "c")) {
        tasks.add(loop.spawnSteps(name, () -> event.await(() -> prints(name + " resumes"))));
      }
      return loop.sleep(SECOND, this::setAndJoinAll);
    });
  }

  @Override
  void worker() {
    loop.runSteps(() -> {
      loop.spawnSteps("worker", this::awaitWork);
      return produce();
    });
  }

  private Next<Void> awaitWork() {
    return event.await(this::work);
  }

  private Next<Void> work() {
    print.accept("works");
    return loop.sleep(SECOND.dividedBy(3), this::clear);
  }

  private Next<Void> clear() {
    event.clear();
    return awaitWork();
  }

  private Next<Void> produce() {
    return count++ == 4 ? loop.sleep(SECOND, Next::end) : loop.sleep(SECOND.dividedBy(4), this::setAndProduce);
  }

  private Next<Void> setAndProduce() {
    event.set();
    return produce();
  }

  @Override
  void interrupt(ThreadSafeFlag button) {
    loop.runSteps(() -> pressed(button));
  }

  private Next<Void> pressed(ThreadSafeFlag button) {
    return count++ == 2 ? Next.end() : button.await(() -> {
      print.accept("pressed");
      return pressed(button);
    });
  }
}
