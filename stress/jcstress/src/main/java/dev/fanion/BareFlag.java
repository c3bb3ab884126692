package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;

/** The fields of the flag's algorithm, without the algorithm. The broken forms are made of them. */
abstract class BareFlag {
  static final VarHandle RAISED = handle("raised");
  static final VarHandle REGISTERED = handle("registered");
  static final VarHandle LEAF = handle("leaf");
  static final VarHandle TOP = handle("top");
  static final VarHandle ASLEEP = handle("asleep");
  static final VarHandle UNPARKED = handle("unparked");

  /** ThreadSafeFlag.raised. */
  boolean raised;

  /** Whether ThreadSafeFlag.leaf is not null. */
  boolean registered;

  /** Hint.marked of the leaf. */
  boolean leaf;

  /** Hint.marked of the node above. */
  boolean top;

  /** Scheduler.asleep. */
  boolean asleep;

  /** Whether a setter has called unpark. */
  boolean unparked;

  int payload;
  int seen;

  private static VarHandle handle(String field) {
    return ConstantBootstraps.fieldVarHandle(lookup(), field, VarHandle.class, BareFlag.class, boolean.class);
  }

  boolean get(VarHandle field) {
    return (boolean) field.getVolatile(this);
  }

  void raise(VarHandle field) {
    field.setVolatile(this, true);
  }

  /** Lowers the field by an exchange, and returns what was there. */
  boolean lower(VarHandle field) {
    return (boolean) field.getAndSet(this, false);
  }
}
