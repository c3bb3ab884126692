package dev.fanion.spec.run;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.ManifestException;
import dev.fanion.spec.Modules;
import dev.fanion.spec.SpecFiles;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Runs TLC for entries of the manifest in child processes, up to two at a time, and judges each run. A large search has a
 * process of its own. Small searches take turns in two processes, and each kind loads TLC's classes anew.
 *
 * <p>Nothing is written to the spec's folder. No child outlives a call, also if the call ends by an interrupt or with this
 * process.
 */
public final class SpecRunner {
  /** The deadline of a deep entry is this many times as long. */
  private static final int PATIENCE_FOR_LARGER = 6;

  /** The default deadline of an entry. */
  private static final Duration DEADLINE = Duration.ofMinutes(10);

  private static final int SIDE_BY_SIDE = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final PrintStream out;
  private final boolean interactive;
  private final Duration deadline;
  private final Modules modules;
  private final Sessions sessions;

  /** A runner with the default deadline. */
  public SpecRunner(Path specFolder, PrintStream out, boolean interactive) {
    this(specFolder, out, interactive, DEADLINE);
  }

  /**
   * Creates a runner.
   *
   * @param specFolder the folder of the manifest
   * @param out where progress and the table are printed
   * @param interactive whether to show progress, on one line that is rewritten
   * @param deadline the longest time for an entry, six times as long for a deep entry; one that takes longer is ended and fails
   */
  public SpecRunner(Path specFolder, PrintStream out, boolean interactive, Duration deadline) {
    this.out = out;
    this.interactive = interactive;
    this.deadline = deadline;
    this.modules = new Modules(specFolder.toAbsolutePath().normalize());
    this.sessions = new Sessions(modules);
  }

  /**
   * Runs these entries, the largest first, and prints the table. Not for several threads at a time.
   *
   * @return the results in the order of the entries
   * @throws InterruptedException if the calling thread is interrupted; the children are ended
   */
  public List<EntryResult> run(List<Entry> entries) throws InterruptedException {
    List<EntryResult> results = runAll(entries);
    ResultTable.print(results, out);
    if (entries.size() > 1 && entries.stream().anyMatch(entry -> !entry.mutates().isEmpty())) {
      ResultTable.printMutants(entries, results, out);
    }
    return results;
  }

  /**
   * Runs these variants with one mistake. Prints for each module how many were caught by the property that the entry names.
   *
   * @return whether all were caught
   * @throws InterruptedException if the calling thread is interrupted; the children are ended
   */
  public boolean runMutants(List<Entry> entries) throws InterruptedException {
    List<EntryResult> results = runAll(entries);
    ResultTable.printUnexpected(results, out);
    ResultTable.printMutants(entries, results, out);
    return results.stream().allMatch(EntryResult::ok);
  }

  private List<EntryResult> runAll(List<Entry> entries) throws InterruptedException {
    if (entries.isEmpty()) {
      throw new ManifestException("nothing to run: no entry of that kind has such a name or group; leave the name out");
    }
    Thread hook = new Thread(sessions::close, "end TLC");
    Runtime.getRuntime().addShutdownHook(hook);
    ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      return collect(entries, submit(entries, pool));
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(10, TimeUnit.SECONDS);
      sessions.close();
      unhook(hook);
    }
  }

  private Map<Entry, Future<EntryResult>> submit(List<Entry> entries, ExecutorService pool) {
    int workers = entries.size() == 1 ? SIDE_BY_SIDE : 1;
    return entries.stream()
        .distinct()
        .sorted(Sessions.ORDER)
        .collect(Collectors.toMap(entry -> entry, entry -> pool.submit(() -> run(entry, workers))));
  }

  private List<EntryResult> collect(List<Entry> entries, Map<Entry, Future<EntryResult>> futures)
      throws InterruptedException {
    StatusLine status = new StatusLine(out, interactive);
    List<EntryResult> results = new ArrayList<>();
    try {
      for (Entry entry : entries) {
        Future<EntryResult> future = futures.get(entry);
        while (!isDone(future)) {
          status.show((int) futures.values().stream().filter(Future::isDone).count(), futures.size(), sessions.running());
        }
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      status.clear();
    }
  }

  private static boolean isDone(Future<?> future) throws InterruptedException, ExecutionException {
    try {
      future.get(200, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private EntryResult run(Entry entry, int workers) throws InterruptedException {
    return new Judge(entry, runTlc(entry, workersFor(entry, workers)), modules).judge();
  }

  /** A complete search gives the same with any number of workers. A failure does not, so one worker looks for it. */
  private static int workersFor(Entry entry, int workers) {
    if (entry.workers() > 0) {
      return entry.workers();
    }
    return entry.expect() instanceof Expectation.Holds ? workers : 1;
  }

  private TlcRun runTlc(Entry entry, int workers) throws InterruptedException {
    return sessions.check(entry, workers, entry.deep() ? deadline.multipliedBy(PATIENCE_FOR_LARGER) : deadline);
  }

  /**
   * Runs one entry, and checks that it came out as expected.
   *
   * @return what TLC printed
   * @throws ManifestException if it did not; the message says what was found
   */
  public TlcOutput once(Entry entry) throws InterruptedException {
    TlcRun run;
    try {
      run = runTlc(entry, workersFor(entry, 1));
    } finally {
      sessions.close();
    }
    EntryResult result = new Judge(entry, run, modules).judge();
    if (!result.ok()) {
      throw new ManifestException(entry.name() + ": " + String.join("; ", result.problems()));
    }
    return run.output();
  }

  static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook runs.
    }
  }

  /** Runs the entries or groups named, or all. Exit status: 0 all as expected, 1 not all, 2 a bad manifest or an unknown name. */
  public static void main(String[] names) throws InterruptedException {
    System.exit(run(names, System.out));
  }

  static int run(String[] names, PrintStream out) throws InterruptedException {
    try {
      Path folder = SpecFiles.find();
      List<Entry> entries = Manifest.load(folder).select(List.of(names));
      List<EntryResult> results = new SpecRunner(folder, out, Terminal.isInteractive()).run(entries);
      return results.stream().allMatch(EntryResult::ok) ? 0 : 1;
    } catch (ManifestException e) {
      out.println("fanion: " + e.getMessage());
      return 2;
    }
  }
}
