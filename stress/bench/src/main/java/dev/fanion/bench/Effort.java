package dev.fanion.bench;

import java.util.List;
import org.openjdk.jmh.runner.options.TimeValue;

/** How much time a run spends on a figure. */
enum Effort {
  QUICK(2, 3, 250, 80, 25),
  FULL(4, 5, 1_000, 400, 25);

  final int warmups;
  final int iterations;
  final TimeValue iteration;

  /** How many turns each sleeper has in a measurement of latency. */
  final int latencyRounds;

  /** How often a sleeper is woken in a turn. */
  final int wakes;

  Effort(int warmups, int iterations, long millis, int latencyRounds, int wakes) {
    this.warmups = warmups;
    this.iterations = iterations;
    this.iteration = TimeValue.milliseconds(millis);
    this.latencyRounds = latencyRounds;
    this.wakes = wakes;
  }

  /** The numbers of waiters with which a subject is measured. A peer has its largest number in a full run only. */
  List<Integer> crowds(SubjectKind subject) {
    int most = switch (subject) {
      case REACTOR, REACTOR_LOOP -> 10_000; // each subscription copies the list of all subscribers
      case LATCH, CONDITION -> Peers.threadsAreVirtual() ? 10_000 : 100;
      default -> 1_000_000;
    };
    boolean all = this == FULL || subject == SubjectKind.FANION || subject == SubjectKind.FLOOR;
    return List.of(1, 100, 10_000, 1_000_000).stream()
        .filter(waiters -> waiters <= most && (all || waiters == Math.min(most, 10_000))).toList();
  }
}
