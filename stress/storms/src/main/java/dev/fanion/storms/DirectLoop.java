package dev.fanion.storms;

import dev.fanion.LoopOptions;

/** The shipped loop and flags. A direct task, which has a thread of its own, waits on each flag. */
final class DirectLoop extends ShippedLoop {
  DirectLoop(Waits waits, LoopOptions options) {
    super(waits, options);
  }

  @Override
  void run() {
    loop.run(() -> {
      for (int i = 0; i < flags.length; i++) {
        int flag = i;
        loop.spawn("waiter " + flag, () -> awaitForEver(flag));
      }
      over.await();
    });
  }

  private void awaitForEver(int flag) {
    while (true) {
      waits.begins(flag);
      flags[flag].await();
      waits.returned(flag);
    }
  }
}
