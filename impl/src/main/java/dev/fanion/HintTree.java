package dev.fanion;

import java.util.ArrayList;

/** The flags of one loop that tasks wait on, in a tree: to find a raised one, the loop need not look at each. Loop only. */
final class HintTree {
  /*
   * Overview
   *
   * A tree of fixed fan-out. A flag joins a leaf when a task begins to wait on it, and leaves it when the wait has ended.
   * Whether a flag is raised is the truth; a mark on a node only says "look below".
   *
   * Every access named here is volatile, so all of them stand in one order that agrees with each thread's program order.
   * Suppose that a setter has returned from set() and that the flag's task is blocked. In that order:
   *
   *   1. The setter raised the flag before it read the flag's leaf. If it read a leaf that was out of date, or none, the
   *      loop wrote the present leaf later, and looked at the flag after that: it saw the signal and did not block.
   *   2. Otherwise the setter raised the flag, then found or made the leaf marked, then each node above, then read whether
   *      the loop sleeps. The loop unmarks a node before it looks below. So a node that this setter found or made marked is
   *      still marked, or was unmarked later; what the loop then reads below was there by then or was written later. This
   *      holds from the top down to the leaf, and from the leaf to the flag.
   *   3. When the tree grows, the setter may have found no parent yet. Then it left the old top marked before the new top
   *      was linked, and the new top was marked from the start: the loop will look below it, as in 2.
   *   4. The loop says that it sleeps, then reads the top. So it sees the top marked, or unmarked it after the setter was
   *      there and looked below, or the setter sees it asleep.
   *
   * No step depends on another setter's progress: a setter that finds a node marked leaves out this one write and nothing
   * else, and no setter claims a wake-up. Whoever marked the node may have stopped before it went on. Step 2 needs that all
   * this is one order. With an acquiring read the setter could find marked a node that the loop has already unmarked, and
   * the loop look below before it sees the flag raised. With release and acquire alone, the loop could unmark a node that
   * two setters marked, and see what only one of them wrote below.
   */
  private Hint top = new Hint(0);

  /** The leaves that have room; the last is used first. */
  private final ArrayList<Hint> room = new ArrayList<>();

  /** How many flags are in the tree. */
  private int flags;

  HintTree() {
    room.add(top);
  }

  boolean isEmpty() {
    return flags == 0;
  }

  boolean isMarked() {
    return top.isMarked();
  }

  /** Wakes the waiter of each raised flag to which marks lead. */
  void look() {
    top.look();
  }

  /** The leaf that the next flag is to join. */
  Hint leaf() {
    if (room.isEmpty()) {
      room.add(newLeaf());
    }
    return room.get(room.size() - 1);
  }

  /** Adds the flag to {@link #leaf()} and returns its slot there. */
  int add(ThreadSafeFlag flag) {
    Hint leaf = leaf();
    int slot = leaf.add(flag);
    if (leaf.isFull()) {
      room.remove(room.size() - 1);
    }
    flags++;
    return slot;
  }

  void remove(Hint leaf, int slot) {
    if (leaf.isFull()) {
      room.add(leaf);
    }
    leaf.remove(slot);
    flags--;
  }

  private Hint newLeaf() {
    Hint leaf = top.addLeaf();
    if (leaf == null) {
      Hint taller = new Hint(top.height + 1);
      taller.mark();
      taller.add(top);
      top = taller;
      leaf = top.addLeaf();
    }
    return leaf;
  }
}
