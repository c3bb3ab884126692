package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A node of {@link HintTree}. A mark on it says: a flag below me may have been raised. */
final class Hint {
  private static final int FAN_OUT = Long.SIZE;

  private static final VarHandle MARKED =
      ConstantBootstraps.fieldVarHandle(lookup(), "marked", VarHandle.class, Hint.class, boolean.class);
  private static final VarHandle PARENT =
      ConstantBootstraps.fieldVarHandle(lookup(), "parent", VarHandle.class, Hint.class, Hint.class);

  /**
   * Set by setters that read it unset; cleared by the loop before it looks below. Always volatile, the setter's read too: a
   * setter that reads it set after it raised its flag knows that the loop will clear it later, and look below later still.
   */
  private boolean marked;

  /** Null at the top. Written once, by the loop; read by setters; always volatile. */
  private @Nullable Hint parent;

  /** If 0, flags are below; else nodes, whose height is one less. */
  final int height;

  /** The flags or nodes below. Loop only, as is used. Null where the bit in used is 0. */
  private final Object[] below = new Object[FAN_OUT];

  private long used;

  Hint(int height) {
    this.height = height;
  }

  /**
   * Marks this node and all above it. A node that is marked is left as it is, so that setters and the loop do not take its
   * cache line from each other; but the setter goes on to the next. Any thread. Wait-free: for each level of the tree a
   * volatile read, a volatile write at most, and a volatile read of the parent.
   */
  void mark() {
    for (Hint hint = this; hint != null; hint = (Hint) PARENT.getVolatile(hint)) {
      if (!hint.isMarked()) { // ReadHint
        MARKED.setVolatile(hint, true); // MarkHint
      }
    }
  }

  boolean isMarked() {
    return (boolean) MARKED.getVolatile(this);
  }

  /** If this node is marked, unmarks it and wakes the waiter of each raised flag below. Loop only, as are all that follow. */
  void look() { //= FLG-4, LOP-3, LOP-8
    if (isMarked()) {
      MARKED.setVolatile(this, false); // Lower
      for (long left = used; left != 0; left &= left - 1) {
        Object child = below[Long.numberOfTrailingZeros(left)];
        if (height == 0) {
          ((ThreadSafeFlag) child).look();
        } else {
          ((Hint) child).look();
        }
      }
    }
  }

  boolean isFull() {
    return used == -1L;
  }

  /** Adds the flag or node, for which there must be room, and returns its slot. */
  int add(Object child) {
    int slot = Long.numberOfTrailingZeros(~used);
    below[slot] = child;
    used |= 1L << slot;
    if (child instanceof Hint node) {
      PARENT.setVolatile(node, this);
    }
    return slot;
  }

  void remove(int slot) {
    below[slot] = null;
    used &= ~(1L << slot);
  }

  /** Adds a leaf below this node and returns it, or returns null if there is no room. Nodes are never removed. */
  @Nullable Hint addLeaf() {
    if (height > 1 && used != 0) {
      Hint leaf = ((Hint) below[Long.bitCount(used) - 1]).addLeaf();
      if (leaf != null) {
        return leaf;
      }
    }
    if (height == 0 || isFull()) {
      return null;
    }
    Hint child = new Hint(height - 1);
    add(child);
    return height == 1 ? child : child.addLeaf();
  }
}
