package dev.fanion.bench;

/**
 * A floor for every implementation of a queue of waiters: one linked list of nodes as big as the reference's tasks, each with an
 * object of its own. Each node is taken off the front, written to, and appended.
 */
final class ListFloor extends Subject {
  private final Node head = new Node();

  private static final class Node {
    Node next = this;
    Node prev = this;
    Counter own;
    long used1;
    long used2;
    long used3;
    long used4;
  }

  private static final class Counter {
    int count;
  }

  @Override
  void blockToSet(int waiters) {
    for (int i = 0; i < waiters; i++) {
      Node node = new Node();
      node.own = new Counter();
      append(node);
    }
  }

  private void append(Node node) {
    node.prev = head.prev;
    node.next = head;
    head.prev.next = node;
    head.prev = node;
  }

  @Override
  void setAndResumeAll() {
    Node last = head.prev;
    Node node;
    do {
      node = head.next;
      node.prev.next = node.next;
      node.next.prev = node.prev;
      node.own.count++;
      turns++;
      append(node);
    } while (node != last);
  }

  @Override
  void blockSharing(int waiters) {
    throw notPossible("a list is only walked");
  }

  @Override
  void blockToCancel(int waiters) {
    throw notPossible("a list is only walked");
  }

  @Override
  void cancelOne() {
    throw notPossible("a list is only walked");
  }

  @Override
  void pingPong(int rounds) {
    throw notPossible("a list is only walked");
  }

  @Override
  void awaitSet(int times) {
    throw notPossible("a list is only walked");
  }
}
