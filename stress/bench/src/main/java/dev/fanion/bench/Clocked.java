package dev.fanion.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is not a mean and so not for JMH; in a JVM of its own too. Prints a line for each figure, as {@link Child} reads it. */
final class Clocked {
  /** What to measure. */
  enum What { SET_CALL, FOOTPRINT, WAKE }

  private static final int MANY = 1_000_000;
  private static final int FEWER = 10_000;

  /** How often a sleeper is woken before it counts, so that all of its code is compiled for good. */
  private static final int WARMUP = 20_000;

  private Clocked() {}

  public static void main(String[] args) {
    Effort effort = Effort.valueOf(args[1]);
    switch (What.valueOf(args[0])) {
      case SET_CALL -> setCall();
      case FOOTPRINT -> footprint();
      case WAKE -> wake(effort);
    }
  }

  private static void print(String operation, Subjects subject, double value) {
    System.out.println(operation + " " + subject + " " + value);
  }

  private static void setCall() {
    new SetCall(100).measure(); // compiled before the first that counts
    for (int waiters : List.of(1, 100, 10_000, 1_000_000)) {
      SetCall call = new SetCall(waiters).measure();
      print("setCall/" + waiters, Subjects.FANION, call.median());
      print("setCall/" + waiters + "/one", Subjects.FANION, call.medianOfOne());
    }
  }

  private static void footprint() {
    for (Subjects kind : List.of(Subjects.FANION, Subjects.COMPLETABLE_FUTURE, Subjects.STATE_FLOW, Subjects.NETTY)) {
      print("footprint", kind, Footprint.bytes(kind, MANY));
    }
    print("footprint", Subjects.REACTOR, Footprint.bytes(Subjects.REACTOR, FEWER));
    print("footprint", Subjects.REACTOR_LOOP, Footprint.bytes(Subjects.REACTOR_LOOP, FEWER));
    if (Peers.threadsAreVirtual()) { // the stack of a platform thread is not on the heap
      print("footprint", Subjects.LATCH, Footprint.bytes(Subjects.LATCH, FEWER));
      print("footprint", Subjects.CONDITION, Footprint.bytes(Subjects.CONDITION, FEWER));
    }
  }

  private static void wake(Effort effort) {
    Map<Subjects, Supplier<Sleeper>> sleepers = new LinkedHashMap<>();
    sleepers.put(Subjects.FLOOR, ThreadSleepers.Parked::new);
    sleepers.put(Subjects.FANION, () -> new LoopSleeper(1));
    sleepers.put(Subjects.COMPLETABLE_FUTURE, ThreadSleepers.Joining::new);
    sleepers.put(Subjects.STATE_FLOW, LoopSleepers.StateFlow::new);
    sleepers.put(Subjects.NETTY, LoopSleepers.Netty::new);
    sleepers.put(Subjects.REACTOR, LoopSleepers.Reactor::new);
    sleepers.put(Subjects.LATCH, ThreadSleepers.AtLatch::new);
    sleepers.put(Subjects.CONDITION, ThreadSleepers.AtCondition::new);
    Latency.measure(sleepers, WARMUP, effort.latencyRounds, effort.wakes).forEach((subject, latency) -> {
      print("wake/p50", subject, latency.wake.getValueAtPercentile(50));
      print("wake/p99", subject, latency.wake.getValueAtPercentile(99));
      print("wake/max", subject, latency.wake.getMaxValue());
      print("flagSet/asleep", subject, latency.call.getValueAtPercentile(50));
    });
    Map<Integer, Supplier<Sleeper>> among = new LinkedHashMap<>();
    for (int idle : List.of(1, 1_000, 100_000)) {
      among.put(idle, () -> new LoopSleeper(idle));
    }
    Latency.measure(among, WARMUP, effort.latencyRounds, effort.wakes).forEach((idle, latency) ->
        print("wake/" + idle + "/p50", Subjects.FANION, latency.wake.getValueAtPercentile(50)));
  }
}
