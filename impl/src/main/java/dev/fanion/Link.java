package dev.fanion;

import org.jspecify.annotations.Nullable;

/** A member of a circular doubly linked list. Loop only. A task is one, the head of a queue another. */
class Link {
  /** Null while in no list. */
  @Nullable Link prev;

  /** Null while in no list. */
  @Nullable Link next;

  final void unlink() {
    prev.next = next;
    next.prev = prev;
    forgetLinks();
  }

  /** Forgets its neighbours, which no longer know it, and returns the one that was behind it. */
  final Link forgetLinks() {
    Link behind = next;
    prev = null;
    next = null;
    return behind;
  }
}
