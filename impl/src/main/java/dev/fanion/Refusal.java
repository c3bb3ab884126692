package dev.fanion;

import org.jspecify.annotations.Nullable;

/** The words of refusals: what was called, why it cannot be, and what to do instead. */
final class Refusal {
  private Refusal() {}

  static IllegalStateException offLoop(LoopDriver loop, @Nullable Thread runner, Object self, String method) {
    String where = runner == null ? "which is not running" : "which now runs on thread '" + runner.getName() + "'";
    String cure = self instanceof EventLoop || self instanceof Task<?>
        ? "Call it from a task of that loop; from outside, set a ThreadSafeFlag that such a task waits on."
        : "Call it from a task of that loop; to signal from outside, use ThreadSafeFlag.set().";
    return new IllegalStateException(
        call(self, method) + " was called on thread '" + Thread.currentThread().getName() + "', outside its " + loop.label()
            + ", " + where + ". " + cure);
  }

  static IllegalStateException noTask(Object self, String method) {
    return new IllegalStateException(call(self, method) + " was called, but no task is running. Call it from a task.");
  }

  static IllegalStateException notDirect(Object self, String method, Task<?> caller) {
    return new IllegalStateException(call(self, method) + " would block " + caller.label()
        + ", which is stackless. Name the next step: return x." + method + "(this::next).");
  }

  static IllegalStateException notStackless(Object self, String method, Task<?> caller) {
    return new IllegalStateException(call(self, method) + " with a next step was called by " + caller.label()
        + ", which is direct. Call it without a step; it blocks.");
  }

  static IllegalStateException secondWait(Object self, String method, Task<?> caller) {
    return new IllegalStateException(call(self, method) + ": this step of " + caller.label()
        + " has waited already. Return what that call gave, and wait here in the next step.");
  }

  static String call(Object self, String method) {
    Class<?> type = self instanceof Task<?> ? Task.class : self.getClass();
    return type.getSimpleName() + "." + method + "() of " + label(self);
  }

  /** The kind and name of a thing, such as "Event e". */
  static String label(@Nullable Object thing) {
    if (thing instanceof Awaitable awaitable) {
      return awaitable.label();
    }
    if (thing instanceof Task<?> task) {
      return task.label();
    }
    return thing instanceof LoopDriver loop ? loop.label() : String.valueOf(thing);
  }
}
