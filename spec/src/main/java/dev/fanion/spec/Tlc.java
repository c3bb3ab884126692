package dev.fanion.spec;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletionException;

/** One entry's TLC, in a session. {@link #close()} may be called from any thread, at any time, repeatedly. */
final class Tlc implements AutoCloseable {
  /** From so many generated states on a search has a process of its own. */
  private static final long LARGE = 100_000;

  private static final String ORDINARY_HEAP = "1g";

  /** Room also for what is left of the checks before. */
  private static final String SHARED_HEAP = "2g";

  /** Until there are so many classes none is sought that could go: few could, see Session. */
  private static final String ROOM_FOR_CLASSES = "512m";

  private final Entry entry;
  private final Modules modules;
  private final Session session;
  private final long started = System.nanoTime();

  Tlc(Entry entry, Modules modules, Session session) {
    this.entry = entry;
    this.modules = modules;
    this.session = session;
  }

  /** Whether the entry may take its turn in a process with others. */
  static boolean isSmall(Entry entry) {
    return entry.size() < LARGE && entry.heap().equals(ORDINARY_HEAP);
  }

  /** The JVM's options; for small searches its best compiler costs more than it brings. */
  static List<String> options(Entry entry) {
    return isSmall(entry)
        ? List.of("-Xmx" + SHARED_HEAP, "-XX:MetaspaceSize=" + ROOM_FOR_CLASSES, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
        : List.of("-Xmx" + entry.heap(), "-XX:+UseParallelGC");
  }

  /** Runs the check, at most so long. If it takes longer, or the caller is interrupted, the session is ended. */
  TlcRun run(int workers, Duration deadline) throws IOException, InterruptedException {
    try {
      Child.End end = session.check(Child.joined(modules.folders(entry.module())), arguments(workers), deadline);
      double seconds = (System.nanoTime() - started) / 1e9;
      return new TlcRun(end.exit(), end.late(), end.output(), actions(end.output()), seconds);
    } catch (CompletionException | IllegalStateException e) {
      return TlcRun.broken(e);
    }
  }

  private SortedMap<String, Long> actions(TlcOutput output) {
    SortedMap<String, Long> counts = ActionCounts.of(output, modules);
    session.note(TlcCheck.ACTIONS).lines().filter(name -> !name.isEmpty()).forEach(name -> counts.putIfAbsent(name, 0L));
    return counts;
  }

  /** Where the search is, in a few words; empty before it has begun. */
  String progress() {
    String[] numbers = session.note(TlcCheck.PROGRESS).split(" ");
    String time = String.format("%.0f s", (System.nanoTime() - started) / 1e9);
    return entry.name() + " " + (numbers.length < 2
        ? time
        : String.format("%,d distinct, %,d queued, %s", Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), time));
  }

  private List<String> arguments(int workers) {
    List<String> arguments = new ArrayList<>(List.of("-tool", "-fp", "0", "-workers", "" + workers,
        "-metadir", session.states() + ""));
    if (entry.expect() instanceof Expectation.Holds) {
      arguments.addAll(List.of("-coverage", "9999"));
    }
    // The module by its bare name: given a path, TLC 2.18 would look for all modules in that one folder.
    arguments.addAll(List.of("-config", modules.folder().resolve(entry.config()) + "", entry.module()));
    return arguments;
  }

  @Override
  public void close() {
    session.close();
  }
}
