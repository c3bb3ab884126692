package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The fields that setters and loop share, one access at a time: to read them, and to act as a setter that stops half-way. */
final class Shared {
  private static final VarHandle RAISED = handle(ThreadSafeFlag.class, "raised", boolean.class);
  private static final VarHandle LEAF = handle(ThreadSafeFlag.class, "leaf", Hint.class);
  private static final VarHandle MARKED = handle(Hint.class, "marked", boolean.class);

  private Shared() {}

  private static VarHandle handle(Class<?> owner, String field, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, lookup()).findVarHandle(owner, field, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The shipped " + owner.getSimpleName() + " has no field " + field + " any more", e);
    }
  }

  static boolean raised(ThreadSafeFlag flag) {
    return (boolean) RAISED.getVolatile(flag);
  }

  /** A set that is stopped after its first access. */
  static void raise(ThreadSafeFlag flag) {
    RAISED.setVolatile(flag, true);
  }

  /** A set that is stopped after it has marked the leaf, before the node above. */
  static void raiseAndMarkLeaf(ThreadSafeFlag flag) {
    raise(flag);
    MARKED.setVolatile((Hint) LEAF.getVolatile(flag), true);
  }

  /** A set that is stopped after it has marked every node, before it has looked whether the loop sleeps, or woken it. */
  static void setAllButWake(ThreadSafeFlag flag) {
    raise(flag);
    ((Hint) LEAF.getVolatile(flag)).mark();
  }
}
