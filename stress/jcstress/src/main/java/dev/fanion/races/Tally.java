package dev.fanion.races;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.collectors.TestResultCollector;
import org.openjdk.jcstress.infra.grading.GradingResult;

/** Adds up the results of each race's runs, and reports each run on standard error. */
final class Tally implements TestResultCollector {
  private final Map<String, Count> counts = new TreeMap<>();
  private Consumer<Tally> listener = unused -> { };
  private boolean closed;

  /** Sets the listener, which is called after each run that is added. */
  synchronized void listen(Consumer<Tally> each) {
    listener = each;
  }

  /** Ignores all further results: a run that breaks off from now on does so because the lane is stopped. */
  synchronized void close() {
    closed = true;
  }

  @Override
  public synchronized void add(TestResult result) {
    if (closed) {
      return;
    }
    Count count = of(result.getName());
    count.runs++;
    count.samples += result.getTotalCount();
    for (GradingResult outcome : result.grading().gradingResults.values()) {
      if (outcome.expect == Expect.FORBIDDEN) {
        count.bad += outcome.count;
      } else if (outcome.expect == Expect.ACCEPTABLE_INTERESTING) {
        count.interesting += outcome.count;
      }
    }
    if (result.status() != Status.NORMAL) {
      count.bad++;
      result.getMessages().forEach(System.err::println);
      result.getVmErr().forEach(System.err::println);
    }
    System.err.printf("  %-60s %,15d samples, %d bad, %,d interesting (%s)%n",
        result.getName(), count.samples, count.bad, count.interesting, result.status());
    listener.accept(this);
  }

  /** The counts, by name of the race. */
  synchronized Map<String, Count> counts() {
    return Collections.unmodifiableMap(counts);
  }

  synchronized Count of(String name) {
    return counts.computeIfAbsent(name, unused -> new Count());
  }

  Count of(Race race) {
    return of(race.info().name());
  }

  /** The sums of one race. */
  static final class Count {
    int runs;
    long samples;

    /** The samples with a forbidden outcome, and the runs that broke off. */
    long bad;

    /** The samples that show what is broken. */
    long interesting;
  }
}
