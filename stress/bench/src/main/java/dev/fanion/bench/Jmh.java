package dev.fanion.bench;

import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs one benchmark with one set of parameters, in a JVM of its own. */
final class Jmh {
  private final Effort effort;
  private final Path log;

  Jmh(Effort effort, Path log) {
    this.effort = effort;
    this.log = log;
  }

  /**
   * Runs the benchmark.
   *
   * @param benchmark class and method of the benchmark
   * @param threads how many threads call it
   * @param parameters the value of each parameter
   * @return what JMH found
   */
  RunResult run(String benchmark, int threads, Map<String, String> parameters) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include("\\.\\Q" + benchmark + "\\E$")
        .threads(threads)
        .forks(1)
        .warmupIterations(effort.warmups).warmupTime(effort.iteration)
        .measurementIterations(effort.iterations).measurementTime(effort.iteration)
        .addProfiler(GCProfiler.class)
        .jvmArgs("-XX:+UseG1GC") // and none of this JVM's own options
        .shouldFailOnError(true)
        .output(log.resolve(benchmark + String.join("-", parameters.values()) + ".log").toString());
    parameters.forEach(options::param);
    return new Runner(options.build()).runSingle();
  }

  static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  static double bytes(RunResult result) {
    return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
  }
}
