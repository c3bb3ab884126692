package dev.fanion.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A program for figures that are not means, which JMH cannot measure. It too runs in a JVM of its own. It prints a line for each
 * figure, which {@link FigureProgram} reads.
 */
final class Clocked {
  /** What the program measures. */
  enum What { SET_CALL, FOOTPRINT, WAKE }

  private static final int MANY = 1_000_000;
  private static final int FEWER = 10_000;

  /** How often a sleeper is woken before the measurement, so that its code is compiled by the last compiler. */
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

  private static void print(String operation, SubjectKind subject, double value) {
    System.out.println(operation + " " + subject + " " + value);
  }

  private static void setCall() {
    new SetCall(100).measure(); // so that the code is compiled before the first figure
    for (int waiters : List.of(1, 100, 10_000, 1_000_000)) {
      SetCall call = new SetCall(waiters).measure();
      print("setCall/" + waiters, SubjectKind.FANION, call.median());
      print("setCall/" + waiters + "/one", SubjectKind.FANION, call.medianOfOne());
    }
  }

  private static void footprint() {
    for (SubjectKind kind
        : List.of(SubjectKind.FANION, SubjectKind.COMPLETABLE_FUTURE, SubjectKind.STATE_FLOW, SubjectKind.NETTY)) {
      print("footprint", kind, Footprint.bytes(kind, MANY));
    }
    print("footprint", SubjectKind.REACTOR, Footprint.bytes(SubjectKind.REACTOR, FEWER));
    print("footprint", SubjectKind.REACTOR_LOOP, Footprint.bytes(SubjectKind.REACTOR_LOOP, FEWER));
    if (Peers.threadsAreVirtual()) { // the stack of a platform thread is not on the heap
      print("footprint", SubjectKind.LATCH, Footprint.bytes(SubjectKind.LATCH, FEWER));
      print("footprint", SubjectKind.CONDITION, Footprint.bytes(SubjectKind.CONDITION, FEWER));
    }
  }

  private static void wake(Effort effort) {
    Map<SubjectKind, Supplier<Sleeper>> sleepers = new LinkedHashMap<>();
    sleepers.put(SubjectKind.FLOOR, LooplessSleepers.Parked::new);
    sleepers.put(SubjectKind.FANION, () -> new ReferenceSleeper(1));
    sleepers.put(SubjectKind.COMPLETABLE_FUTURE, LooplessSleepers.Joining::new);
    sleepers.put(SubjectKind.STATE_FLOW, PeerLoopSleepers.StateFlow::new);
    sleepers.put(SubjectKind.NETTY, PeerLoopSleepers.Netty::new);
    sleepers.put(SubjectKind.REACTOR, PeerLoopSleepers.Reactor::new);
    sleepers.put(SubjectKind.LATCH, LooplessSleepers.AtLatch::new);
    sleepers.put(SubjectKind.CONDITION, LooplessSleepers.AtCondition::new);
    Latency.measure(sleepers, WARMUP, effort.latencyRounds, effort.wakes).forEach((subject, latency) -> {
      print("wake/p50", subject, latency.wake.getValueAtPercentile(50));
      print("wake/p99", subject, latency.wake.getValueAtPercentile(99));
      print("wake/max", subject, latency.wake.getMaxValue());
      print("flagSet/asleep", subject, latency.call.getValueAtPercentile(50));
    });
    Map<Integer, Supplier<Sleeper>> among = new LinkedHashMap<>();
    for (int idle : List.of(1, 1_000, 100_000)) {
      among.put(idle, () -> new ReferenceSleeper(idle));
    }
    Latency.measure(among, WARMUP, effort.latencyRounds, effort.wakes).forEach((idle, latency) ->
        print("wake/" + idle + "/p50", SubjectKind.FANION, latency.wake.getValueAtPercentile(50)));
  }
}
