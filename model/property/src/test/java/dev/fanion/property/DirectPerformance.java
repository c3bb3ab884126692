package dev.fanion.property;

import dev.fanion.Task;
import dev.fanion.WaitException;
import dev.fanion.property.Program.Deed;
import java.util.List;

/** Each task is a method that blocks. */
final class DirectPerformance extends Performance {
  DirectPerformance(Program program) {
    super(program);
  }

  @Override
  Task<?> spawn(String name, List<Deed> part) {
    return loop.spawn(name, () -> perform(part));
  }

  @Override
  Task<?> start(List<Deed> part) {
    return loop.start(() -> {
      perform(part);
      return null;
    });
  }

  @Override
  void run(List<Deed> part) {
    loop.run(() -> perform(part));
  }

  private void perform(List<Deed> part) {
    for (Deed deed : part) {
      if (!doAtOnce(deed)) {
        try {
          await(deed);
          ended(deed, "woken");
        } catch (WaitException | IllegalStateException why) {
          ended(deed, why);
        }
      }
    }
  }

  private void await(Deed deed) {
    int number = deed.number();
    switch (deed.verb()) {
      case AWAIT_EVENT -> event(number).await();
      case AWAIT_EVENT_LIMITED -> event(number).await(nanos(deed));
      case AWAIT_FLAG -> flag(number).await();
      case AWAIT_FLAG_LIMITED -> flag(number).await(nanos(deed));
      case SLEEP -> loop.sleep(nanos(deed));
      case PAUSE -> loop.sleep(nanos(new Deed(deed.verb(), 0)));
      case JOIN -> {
        Task<?> other = task(number);
        if (other != null) {
          other.await();
        }
      }
      default -> throw new IllegalArgumentException(deed.toString());
    }
  }
}
