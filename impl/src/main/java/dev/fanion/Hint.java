package dev.fanion;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A node of the tree of {@link HintTree}: "a flag at or below me may have been set". */
final class Hint {
  private static final int FAN_OUT = Long.SIZE;

  private static final VarHandle MARKED =
      ConstantBootstraps.fieldVarHandle(lookup(), "marked", VarHandle.class, Hint.class, boolean.class);
  private static final VarHandle PARENT =
      ConstantBootstraps.fieldVarHandle(lookup(), "parent", VarHandle.class, Hint.class, Hint.class);

  /** Raised by setters, without a look at what it was; lowered by the loop before it looks below. Always volatile. */
  private boolean marked;

  /** Null at the top. Written once, by the loop; read by setters; always volatile. */
  private @Nullable Hint parent;

  /** 0: flags are below. Else nodes, one lower each. */
  final int height;

  /** The flags or nodes below; loop only. Those whose bits in used are 0 are null. */
  private final Object[] below = new Object[FAN_OUT];

  private long used;

  Hint(int height) {
    this.height = height;
  }

  /** Raises this node and all above it. Any thread; as many steps as the tree is high. */
  void mark() {
    for (Hint hint = this; hint != null; hint = (Hint) PARENT.getVolatile(hint)) {
      MARKED.setVolatile(hint, true);
    }
  }

  boolean isMarked() {
    return (boolean) MARKED.getVolatile(this);
  }

  /** Notices the flags below that have been set. Loop only, as is all that follows. */
  void look() {
    if (isMarked()) {
      MARKED.setVolatile(this, false);
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

  /** Adds a leaf below this node, or returns null if there is no room. Nodes are never removed. */
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
