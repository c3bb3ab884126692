package dev.fanion.spec;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletionException;

/** One entry's TLC, in a child process. {@link #close()} may be called from any thread, at any time, repeatedly. */
final class Tlc implements AutoCloseable {
  /** Below so many generated states the JVM's best compiler costs more than it brings: 2 s instead of 4 for 14,000. */
  private static final long WORTH_COMPILING_WELL = 200_000;

  private final Entry entry;
  private final Modules modules;
  private final List<String> archive;
  private final Child child;
  private final long started = System.nanoTime();

  /** A run of the entry, by a JVM that has these options of {@link ClassArchive} besides. */
  Tlc(Entry entry, Modules modules, List<String> archive) throws IOException {
    this.entry = entry;
    this.modules = modules;
    this.archive = archive;
    child = new Child();
  }

  /** Runs the child, at most so long. If the caller is interrupted, the child is ended. */
  TlcRun run(int workers, Duration deadline) throws IOException, InterruptedException {
    try {
      Child.End end = child.run(options(), arguments(workers), deadline, message -> { });
      double seconds = (System.nanoTime() - started) / 1e9;
      return new TlcRun(end.exit(), end.late(), end.output(), actions(end.output()), seconds);
    } catch (CompletionException | IllegalStateException e) {
      return TlcRun.broken(e);
    }
  }

  private SortedMap<String, Long> actions(TlcOutput output) {
    SortedMap<String, Long> counts = ActionCounts.of(output, modules);
    child.note(TlcChild.ACTIONS).lines().filter(name -> !name.isEmpty()).forEach(name -> counts.putIfAbsent(name, 0L));
    return counts;
  }

  /** Where the search is, in a few words; empty before it has begun. */
  String progress() {
    String[] numbers = child.note(TlcChild.PROGRESS).split(" ");
    String time = String.format("%.0f s", (System.nanoTime() - started) / 1e9);
    return entry.name() + " " + (numbers.length < 2
        ? time
        : String.format("%,d distinct, %,d queued, %s", Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), time));
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(archive);
    options.addAll(
        List.of("-Xmx" + entry.heap(), "-DTLA-Library=" + Child.joined(modules.folders(entry.module()))));
    if (entry.size() < WORTH_COMPILING_WELL) {
      options.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=3", "-XX:+UseSerialGC"));
    } else {
      options.add("-XX:+UseParallelGC");
    }
    return options;
  }

  private List<String> arguments(int workers) {
    List<String> arguments = new ArrayList<>(List.of(TlcChild.CHECK, "-tool", "-fp", "0", "-workers", "" + workers,
        "-metadir", child.folder().resolve("states") + ""));
    if (entry.expect() instanceof Expectation.Holds) {
      arguments.addAll(List.of("-coverage", "9999"));
    }
    // The module by its bare name: given a path, TLC 2.18 would look for all modules in that one folder.
    arguments.addAll(List.of("-config", modules.folder().resolve(entry.config()) + "", entry.module()));
    return arguments;
  }

  @Override
  public void close() {
    child.close();
  }
}
