package dev.fanion.bench;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Otherwise;
import dev.fanion.Parker;
import dev.fanion.Step;
import dev.fanion.Task;
import dev.fanion.WaitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The reference's stackless tasks, on a loop that the benchmark calls. */
final class ReferenceTasks extends Subject {
  private final EventLoop loop = new EventLoop(driven());
  private final Event event = new Event(loop, "event");
  private final List<Task<Void>> tasks = new ArrayList<>();
  private final Step<Void> setAgain = this::set;
  private final Step<Void> cancelAgain = this::cancel;
  private final Step<Void> awaitAgain = this::awaitAgain;
  private int next;
  private int left;

  static LoopOptions driven() {
    return LoopOptions.defaults().withTime(System::nanoTime, Parker.withWakeup(() -> {}));
  }

  @Override
  void blockToSet(int waiters) {
    block(waiters, setAgain);
  }

  @Override
  void blockToCancel(int waiters) {
    block(waiters, cancelAgain);
  }

  @Override
  void blockSharing(int waiters) {
    loop.startSteps(() -> {
      Step<Void> end = Next::end;
      Step<Void> first = () -> event.await(end);
      for (int i = 0; i < waiters; i++) {
        loop.spawnSteps(first);
      }
      return loop.sleep(Duration.ZERO, setAgain);
    });
    loop.runReady();
    loop.runReady(); // they are ready now, and in one list, as when they waited
  }

  private void block(int waiters, Step<Void> main) {
    loop.startSteps(() -> {
      for (int i = 0; i < waiters; i++) {
        tasks.add(loop.spawnSteps(new Waiter()::await));
      }
      return loop.sleep(Duration.ZERO, main);
    });
    loop.runReady(); // main makes the tasks
    loop.runReady(); // they wait; main sets or cancels, and the tasks that it woke are ready for the first call
  }

  private Next<Void> set() {
    event.set();
    event.clear();
    return loop.sleep(Duration.ZERO, setAgain);
  }

  private Next<Void> cancel() {
    tasks.get(next).cancel();
    next = Stride.after(next, tasks.size());
    return loop.sleep(Duration.ZERO, cancelAgain);
  }

  @Override
  void setAndResumeAll() {
    loop.runReady();
  }

  @Override
  void cancelOne() {
    loop.runReady();
  }

  @Override
  void pingPong(int rounds) {
    EventLoop pair = new EventLoop(driven());
    Event ping = new Event(pair, "ping");
    Event pong = new Event(pair, "pong");
    Player second = new Player(ping, pong, rounds);
    Player first = new Player(pong, ping, rounds);
    pair.runSteps(() -> {
      pair.spawnSteps(second::await);
      return first.serve();
    });
    turns += first.received;
  }

  @Override
  void awaitSet(int times) {
    left = times;
    if (tasks.isEmpty()) {
      tasks.add(loop.startSteps(() -> {
        event.set();
        return loop.sleep(Duration.ZERO, awaitAgain);
      }));
      loop.runReady();
    }
    loop.runReady();
  }

  private Next<Void> awaitAgain() {
    if (left == 0) {
      return loop.sleep(Duration.ZERO, awaitAgain);
    }
    left--;
    turns++;
    return event.await(awaitAgain);
  }

  private final class Waiter {
    private final Step<Void> again = this::resumed;
    private final Otherwise<Void> otherwise = this::cancelled;

    Next<Void> await() {
      return event.await(again, otherwise);
    }

    Next<Void> resumed() {
      turns++;
      return event.await(again);
    }

    Next<Void> cancelled(WaitException why) {
      turns++;
      return event.await(again, otherwise);
    }
  }

  private static final class Player {
    private final Event mine;
    private final Event other;
    private final Step<Void> play = this::play;
    private final int rounds;
    private int received;

    Player(Event mine, Event other, int rounds) {
      this.mine = mine;
      this.other = other;
      this.rounds = rounds;
    }

    Next<Void> await() {
      return mine.await(play);
    }

    Next<Void> serve() {
      other.set();
      return mine.await(play);
    }

    Next<Void> play() {
      mine.clear();
      other.set();
      return ++received == rounds ? Next.end() : mine.await(play);
    }
  }
}
