package dev.fanion.bench;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The subjects that are measured side by side. Each has a column of the table. */
enum SubjectKind {
  FANION("Fanion", ReferenceTasks::new),
  COMPLETABLE_FUTURE("CompletableFuture", FutureTasks::new),
  STATE_FLOW("StateFlow", FlowTasks::new),
  NETTY("Netty", PromiseTasks::new),
  REACTOR("Reactor", SinkTasks::called),
  REACTOR_LOOP("Reactor, on a loop", SinkTasks::onLoop),
  LATCH("CountDownLatch", LatchThreads::new),
  CONDITION("Condition", ConditionThreads::new),
  CPYTHON("CPython", null),
  FLOOR("floor", ListFloor::new);

  static final List<SubjectKind> JVM_PEERS =
      List.of(COMPLETABLE_FUTURE, STATE_FLOW, NETTY, REACTOR, REACTOR_LOOP, LATCH, CONDITION);

  /** The heading of the column. */
  final String title;

  private final Supplier<Subject> make;

  SubjectKind(String title, Supplier<Subject> make) {
    this.title = title;
    this.make = make;
  }

  Subject make() {
    return make.get();
  }

  static String[] names() {
    return Stream.of(values()).map(SubjectKind::name).toArray(String[]::new);
  }
}
