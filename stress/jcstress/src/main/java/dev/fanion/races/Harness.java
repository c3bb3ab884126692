package dev.fanion.races;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.MuxCollector;
import org.openjdk.jcstress.infra.collectors.SerializedBufferCollector;
import org.openjdk.jcstress.infra.collectors.TestResultCollector;
import org.openjdk.jcstress.infra.grading.HTMLReportPrinter;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.os.OSSupport;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/** Runs races by jcstress for a given time each, in JVMs that jcstress starts, and keeps the result file and the report. */
final class Harness implements AutoCloseable {
  /**
   * How many samples two actors go through side by side before they wait for each other. With jcstress's own value, 256, a race
   * has fewer samples, and most races have fewer in which the two meet. docs/races.md has what was measured.
   */
  private static final int STRIDE_SIZE = 64;

  /** To fill in the stack trace of a refusal takes longer than the race that ends in it, and nobody reads the trace. */
  private static final String NO_TRACES = "-XX:-StackTraceInThrowable";

  private final Path report;
  private final Options options;
  private final Scheduler scheduler;
  private final List<VMSupport.Config> jvms;
  private final InProcessCollector results = new InProcessCollector();
  private final DiskWriteCollector disk;
  private final TestResultCollector sinks;

  Harness(Path report, TestResultCollector tally) throws Exception {
    this.report = report;
    Files.createDirectories(report);
    options = options(1);
    OSSupport.init();
    VMSupport.initFlags(options);
    VMSupport.detectAvailableVMConfigs(options.isSplitCompilation(), options.getJvmArgs(), options.getJvmArgsPrepend());
    jvms = VMSupport.getAvailableVMConfigs().stream().filter(Harness::isCompiledInFull).toList();
    scheduler = new Scheduler(Topology.get(), options.getCPUCount());
    disk = new DiskWriteCollector(report.resolve("results.bin.gz").toString());
    sinks = MuxCollector.of(tally, MuxCollector.of(results, disk));
  }

  private Options options(int millis) throws IOException {
    Options parsed = new Options(new String[] {
      "-r", report.toString(), "-sc", "false", "-f", "1", "-iters", "1", "-time", Integer.toString(millis),
      "-strideSize", Integer.toString(STRIDE_SIZE), "-jvmArgsPrepend", NO_TRACES
    });
    if (!parsed.parse()) {
      throw new IllegalStateException("jcstress did not take its options");
    }
    return parsed;
  }

  /** Whether the last compiler is in use. Only its code has a race's accesses close together. (No race takes a lock.) */
  private static boolean isCompiledInFull(VMSupport.Config jvm) {
    return Collections.disjoint(jvm.origArgs(), List.of("-Xint", "-XX:TieredStopAtLevel=1", "-XX:+UseBiasedLocking"));
  }

  /** How many sets of JVM options there are. With the second one the compiler orders instructions at random. */
  int jvms() {
    return jvms.size();
  }

  /** Runs each of the races once, for the given time, with the JVM options of that number. */
  void run(List<Race> races, int millis, int jvm) throws IOException {
    Options timed = options(millis);
    List<String> arguments = jvms.get(jvm).args();
    List<TestConfig> configs = races.stream()
        .map(race -> new TestConfig(timed, race.info(), jvm, arguments, CompileMode.UNIFIED, placing(race)))
        .toList();
    SerializedBufferCollector sink = new SerializedBufferCollector(sinks);
    new TestExecutor(timed.verbosity(), sink, scheduler).runAll(configs);
    sink.close();
  }

  /** Gives each thread a processor. jcstress does not count the thread that signals the actor of a termination test. */
  private SchedulingClass placing(Race race) {
    int threads = Math.max(2, race.info().threads());
    List<SchedulingClass> classes = scheduler.scheduleClasses(threads, options.getCPUCount(), options.affinityMode());
    if (classes.isEmpty()) {
      throw new IllegalStateException(race.label() + " needs " + threads + " processors; there are "
          + options.getCPUCount() + ". Run it on a machine with more.");
    }
    return classes.get(0);
  }

  @Override
  public void close() throws IOException {
    disk.close();
    new HTMLReportPrinter(options, results, System.err).work();
  }
}
