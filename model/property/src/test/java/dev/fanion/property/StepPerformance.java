package dev.fanion.property;

import dev.fanion.Next;
import dev.fanion.Otherwise;
import dev.fanion.Step;
import dev.fanion.Task;
import dev.fanion.property.Program.Deed;
import java.time.Duration;
import java.util.List;

/** Each task is a chain of steps, one from each suspension to the next. */
final class StepPerformance extends Performance {
  private final boolean alwaysSuspends;

  /**
   * A run of one program.
   *
   * @param alwaysSuspends the mistake: a wait that ends at once gives the others a turn as well
   */
  StepPerformance(Program program, boolean alwaysSuspends) {
    super(program);
    this.alwaysSuspends = alwaysSuspends;
  }

  @Override
  Task<?> spawn(String name, List<Deed> part) {
    return loop.spawnSteps(name, () -> from(part, 0));
  }

  @Override
  Task<?> start(List<Deed> part) {
    return loop.startSteps(() -> from(part, 0));
  }

  @Override
  void run(List<Deed> part) {
    loop.runSteps(() -> from(part, 0));
  }

  private Next<Void> from(List<Deed> part, int first) {
    for (int i = first; i < part.size(); i++) {
      Deed deed = part.get(i);
      if (!doAtOnce(deed)) {
        int next = i + 1;
        try {
          Next<Void> waits = await(deed, () -> ended(deed, "woken", part, next), why -> ended(deed, why, part, next));
          if (waits != null) {
            return waits;
          }
          ended(deed, "woken");
        } catch (IllegalStateException refused) {
          ended(deed, refused);
        }
      }
    }
    return Next.end();
  }

  private Next<Void> ended(Deed deed, Object how, List<Deed> part, int next) {
    ended(deed, how);
    return alwaysSuspends ? loop.sleep(Duration.ZERO, () -> from(part, next)) : from(part, next);
  }

  /** Null if there is nothing to wait for. */
  private Next<Void> await(Deed deed, Step<Void> then, Otherwise<Void> otherwise) {
    int number = deed.number();
    return switch (deed.verb()) {
      case AWAIT_EVENT -> event(number).await(then, otherwise);
      case AWAIT_EVENT_LIMITED -> event(number).await(nanos(deed), then, otherwise);
      case AWAIT_FLAG -> flag(number).await(then, otherwise);
      case AWAIT_FLAG_LIMITED -> flag(number).await(nanos(deed), then, otherwise);
      case SLEEP -> loop.sleep(nanos(deed), then, otherwise);
      case PAUSE -> loop.sleep(Duration.ZERO, then, otherwise);
      case JOIN -> task(number) == null ? null : task(number).await(then, otherwise);
      default -> throw new IllegalArgumentException(deed.toString());
    };
  }
}
