package dev.fanion.bench;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** An event is a latch, which is replaced before it is counted down. A waiter is a thread, virtual where the JDK can. */
final class LatchThreads extends Subject {
  /** One set: the latch of its waiters, and the latch by which the setter learns that all have gone on. */
  private static final class Round {
    final CountDownLatch set = new CountDownLatch(1);
    final CountDownLatch resumed;
    Round next;

    Round(int waiters) {
      resumed = new CountDownLatch(waiters);
    }
  }

  private Round round;
  private int waiting;

  @Override
  void blockToSet(int waiters) {
    waiting = waiters;
    round = new Round(waiters);
    Round first = round;
    for (int i = 0; i < waiters; i++) {
      Peers.start(() -> await(first));
    }
  }

  private static void await(Round first) throws InterruptedException {
    Round due = first;
    while (due != null) {
      due.set.await();
      Round next = due.next;
      due.resumed.countDown();
      due = next;
    }
  }

  @Override
  void blockSharing(int waiters) {
    blockToSet(waiters);
  }

  @Override
  void blockToCancel(int waiters) {
    throw notPossible("a cancelled wait is measured on a condition");
  }

  @Override
  void cancelOne() {
    blockToCancel(0);
  }

  @Override
  void setAndResumeAll() {
    Round due = round;
    round = new Round(waiting);
    due.next = round;
    release(due);
  }

  private void release(Round due) {
    due.set.countDown();
    Peers.quietly(due.resumed::await);
    turns += waiting - due.resumed.getCount();
  }

  @Override
  void pingPong(int rounds) {
    CountDownLatch[] pings = latches(rounds);
    CountDownLatch[] pongs = latches(rounds);
    Thread first = Peers.start(() -> play(pings, pongs, 0));
    Thread second = Peers.start(() -> play(pongs, pings, 1));
    pings[0].countDown();
    Peers.quietly(first::join);
    Peers.quietly(second::join);
    turns += IntStream.range(0, rounds).filter(i -> pongs[i].getCount() == 0).count();
  }

  private static CountDownLatch[] latches(int count) {
    return IntStream.range(0, count).mapToObj(i -> new CountDownLatch(1)).toArray(CountDownLatch[]::new);
  }

  /** Waits for each of the own latches in turn, and after number i counts down number i + lead of the others. */
  private static void play(CountDownLatch[] mine, CountDownLatch[] others, int lead) throws InterruptedException {
    for (int i = 0; i < mine.length; i++) {
      mine[i].await();
      if (i + lead < others.length) {
        others[i + lead].countDown();
      }
    }
  }

  @Override
  void awaitSet(int times) {
    CountDownLatch set = new CountDownLatch(0);
    for (int i = 0; i < times; i++) {
      Peers.quietly(set::await);
      turns++;
    }
  }

  @Override
  public void close() {
    if (round != null) {
      release(round);
    }
  }
}
