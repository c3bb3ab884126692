package dev.fanion;

import java.util.ArrayList;

/** The flags of one loop that are waited on, so arranged that finding those that were set does not cost a look at each. */
final class HintTree {
  /*
   * Overview
   *
   * A tree of fixed fan-out. A flag joins a leaf when a task begins to wait on it and goes when the wait has ended. The
   * flag's own word is the truth; a raised node says no more than "look below".
   *
   * Every access named here is volatile, so all of them stand in one order that agrees with each thread's program order.
   * Let a setter have returned from set(), and the flag's task be blocked. In that order:
   *
   *   1. The setter wrote the word before it read the flag's leaf. If it read a leaf that was out of date, or none, the
   *      loop wrote the present one later, and looked at the word after that: it saw the signal and did not block.
   *   2. Else the setter wrote the word, then raised the leaf, then each node above, then read whether the loop sleeps.
   *      The loop lowers a node before it looks below. So a node that was raised by this setter is still raised, or was
   *      lowered after, and what the loop then reads below was written by this setter or later. From top to leaf to word.
   *   3. When the tree grows, the setter may have found no parent yet. Then it raised the old top before the new one was
   *      linked, and the new one was raised from the start: the loop will look below it, as in 2.
   *   4. The loop says that it sleeps, then reads the top. So it sees the top raised, or the setter sees it asleep.
   *
   * Nothing in this depends on another setter's being finished: none skips a write for what it finds there, and none
   * claims a wake-up. That the whole of it is one order is needed in 2: with release and acquire alone the loop could
   * lower a node that two setters raised, and see what only one of them wrote below.
   */
  private Hint top = new Hint(0);

  /** The leaves that have room; the last is used first. */
  private final ArrayList<Hint> room = new ArrayList<>();

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
