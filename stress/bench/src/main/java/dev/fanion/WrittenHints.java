package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * {@code set()} as it was before setters read hints: it writes every hint on its way, marked or not. All else is shipped: the
 * fields, the loop, the wake-up. It loses nothing either, and is here to be measured beside the shipped form.
 */
public final class WrittenHints {
  private static final VarHandle RAISED = handle(ThreadSafeFlag.class, "raised", boolean.class);
  private static final VarHandle LEAF = handle(ThreadSafeFlag.class, "leaf", Hint.class);
  private static final VarHandle MARKED = handle(Hint.class, "marked", boolean.class);
  private static final VarHandle PARENT = handle(Hint.class, "parent", Hint.class);

  private WrittenHints() {}

  private static VarHandle handle(Class<?> owner, String field, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, lookup()).findVarHandle(owner, field, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The shipped " + owner.getSimpleName() + " has no field " + field + " any more", e);
    }
  }

  /**
   * Sets the flag. Any thread.
   *
   * @param flag a flag of a loop that is not over
   */
  public static void set(ThreadSafeFlag flag) {
    RAISED.setVolatile(flag, true);
    Hint leaf = (Hint) LEAF.getVolatile(flag);
    if (leaf != null) {
      for (Hint hint = leaf; hint != null; hint = (Hint) PARENT.getVolatile(hint)) {
        MARKED.setVolatile(hint, true);
      }
      flag.loop.wakeIfAsleep();
    }
  }
}
