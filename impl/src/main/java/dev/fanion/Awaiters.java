package dev.fanion;

import org.jspecify.annotations.Nullable;

/** The tasks that await a task; if that task fails, they are told. */
final class Awaiters extends TaskQueue {
  private final Task<?> awaited;

  Awaiters(Task<?> awaited) {
    super(awaited);
    this.awaited = awaited;
  }

  @Override
  @Nullable WaitException endWait(byte ending) {
    return ending == Waiter.WOKEN ? awaited.failure() : super.endWait(ending);
  }
}
