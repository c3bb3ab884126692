package dev.fanion.storms;

import dev.fanion.CancelledException;
import dev.fanion.Next;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import dev.fanion.WaitException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The shipped loop, with waits that are cancelled at random or time out. The task then waits again, or a new task does. */
class RestlessLoop extends ShippedLoop {
  private static final int SETS_FOR_A_CANCELLATION = 8;
  private static final int WAITS_FOR_A_LIMIT = 8;
  private static final int ENDINGS_FOR_A_NEW_TASK = 4;
  private static final int LONGEST_LIMIT_NANOS = 100_000;

  private final SplittableRandom random;
  private final @Nullable Task<?>[] waiters;
  private final ThreadSafeFlag trouble;

  /** Loop only, as is the next. Read after the loop has ended. */
  private long cancelled;

  private long timedOut;

  RestlessLoop(Waits waits, long seed) {
    super(waits);
    random = new SplittableRandom(seed);
    waiters = new Task<?>[flags.length];
    trouble = new ThreadSafeFlag(loop, "trouble");
  }

  @Override
  void set(int flag) {
    super.set(flag);
    if (ThreadLocalRandom.current().nextInt(SETS_FOR_A_CANCELLATION) == 0) {
      trouble.set();
    }
  }

  @Override
  void run() {
    super.run();
    if (cancelled == 0 || timedOut == 0) {
      waits.complain("nothing was tried: " + cancelled + " waits were cancelled and " + timedOut + " timed out");
    }
  }

  @Override
  void spawnAll() {
    for (int flag = 0; flag < flags.length; flag++) {
      spawn(flag);
    }
    loop.spawnSteps("troublemaker", this::awaitTrouble);
  }

  private void spawn(int flag) {
    waiters[flag] = null;
    loop.spawnSteps("waiter " + flag, () -> {
      waiters[flag] = loop.currentTask(); // not earlier: a task that is cancelled before its first turn never runs
      return await(flag);
    });
  }

  private Next<@Nullable Void> awaitTrouble() {
    return trouble.await(() -> {
      Task<?> unlucky = waiters[random.nextInt(waiters.length)];
      if (unlucky != null) {
        unlucky.cancel();
      }
      return awaitTrouble();
    });
  }

  private Next<@Nullable Void> await(int flag) {
    waits.begins(flag);
    if (random.nextInt(WAITS_FOR_A_LIMIT) == 0) {
      Duration limit = Duration.ofNanos(random.nextInt(LONGEST_LIMIT_NANOS));
      return flags[flag].await(limit, () -> returned(flag), why -> otherwise(flag, why));
    }
    return flags[flag].await(() -> returned(flag), why -> otherwise(flag, why));
  }

  private Next<@Nullable Void> returned(int flag) {
    waits.returned(flag);
    return await(flag);
  }

  private Next<@Nullable Void> otherwise(int flag, WaitException why) {
    if (why instanceof CancelledException) {
      cancelled++;
    } else {
      timedOut++;
    }
    endedWithoutSignal(flag);
    if (random.nextInt(ENDINGS_FOR_A_NEW_TASK) == 0) {
      spawn(flag);
      return Next.end();
    }
    return await(flag);
  }

  void endedWithoutSignal(int flag) {}

  /** Broken: a cancelled wait consumes the signal. */
  static final class ConsumesWhenCancelled extends RestlessLoop {
    ConsumesWhenCancelled(Waits waits, long seed) {
      super(waits, seed);
    }

    @Override
    void endedWithoutSignal(int flag) {
      flags[flag].clear();
    }
  }

  /** Broken: a wait that timed out counts as one that returned. */
  static final class ReturnsWithoutSignal extends RestlessLoop {
    ReturnsWithoutSignal(Waits waits, long seed) {
      super(waits, seed);
    }

    @Override
    void endedWithoutSignal(int flag) {
      waits.returned(flag);
    }
  }
}
