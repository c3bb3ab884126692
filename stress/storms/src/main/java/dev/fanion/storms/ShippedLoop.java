package dev.fanion.storms;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.ThreadSafeFlag;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shipped loop and flags. A stackless task waits on each flag. */
class ShippedLoop extends Subject {
  private static final int SHOWN = 5;

  final EventLoop loop;
  final ThreadSafeFlag[] flags;
  final ThreadSafeFlag over;

  ShippedLoop(Waits waits) {
    this(waits, LoopOptions.defaults());
  }

  ShippedLoop(Waits waits, LoopOptions options) {
    super(waits);
    loop = new EventLoop(options.withErrors((task, error) -> waits.complain(task + " failed with " + error)));
    flags = IntStream.range(0, waits.flags).mapToObj(i -> new ThreadSafeFlag(loop, "f" + i))
        .toArray(ThreadSafeFlag[]::new);
    over = new ThreadSafeFlag(loop, "over");
  }

  @Override
  void set(int flag) {
    flags[flag].set();
  }

  @Override
  void run() {
    loop.runSteps(() -> {
      spawnAll();
      return untilOver();
    });
  }

  /** Spawns a waiter for each flag. */
  void spawnAll() {
    for (int flag = 0; flag < flags.length; flag++) {
      loop.spawnSteps("waiter " + flag, new Waiting(flag)::begin);
    }
  }

  /** The main task. A cancellation, which an interrupt brings, does not end it. */
  private Next<@Nullable Void> untilOver() {
    return over.await(Next::end, why -> untilOver());
  }

  @Override
  final void end() {
    over.set();
  }

  @Override
  final String state() {
    return loop.name() + ": " + Arrays.stream(flags).limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "))
        + (flags.length > SHOWN ? ", …" : "");
  }

  /** One flag's waiter. */
  private final class Waiting {
    private final int flag;

    Waiting(int flag) {
      this.flag = flag;
    }

    Next<@Nullable Void> begin() {
      waits.begins(flag);
      return flags[flag].await(this::returned);
    }

    private Next<@Nullable Void> returned() {
      waits.returned(flag);
      return begin();
    }
  }
}
