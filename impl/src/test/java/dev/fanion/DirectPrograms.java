package dev.fanion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Line for line as in Python. */
final class DirectPrograms extends Programs {
  DirectPrograms(EventLoop loop, Consumer<String> print) {
    super(loop, print);
  }

  @Override
  void basicShape() {
    loop.run(() -> {
      Event event = new Event(loop);
      Task<?> waiter = loop.spawn("waiter", () -> {
        print.accept("waiting");
        event.await();
        print.accept("got signal");
      });
      loop.sleep(SECOND);
      event.set();
      waiter.await();
    });
  }

  @Override
  void severalWaiters() {
    loop.run(() -> {
      Event event = new Event(loop);
      List<Task<?>> waiters = new ArrayList<>();
      for (String name : List.of("a", "b", "c")) {
        waiters.add(loop.spawn(name, () -> {
          event.await();
          print.accept(name + " resumes");
        }));
      }
      loop.sleep(SECOND);
      event.set();
      for (Task<?> waiter : waiters) {
        waiter.await();
      }
    });
  }

  @Override
  void worker() {
    loop.run(() -> {
      Event event = new Event(loop);
      loop.spawn("worker", () -> {
        while (true) {
          event.await();
          print.accept("works");
          loop.sleep(SECOND.dividedBy(3));
          event.clear();
        }
      });
      for (int i = 0; i < 4; i++) {
        loop.sleep(SECOND.dividedBy(4));
        event.set();
      }
      loop.sleep(SECOND);
    });
  }

  @Override
  void interrupt(ThreadSafeFlag button) {
    loop.run(() -> {
      for (int i = 0; i < 2; i++) {
        button.await();
        print.accept("pressed");
      }
    });
  }
}
