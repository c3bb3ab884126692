package dev.fanion.spec.run;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Modules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A child process that checks one entry after another. An entry then costs a third of what a process for each would cost.
 *
 * <p>One thread at a time checks. Any thread may ask for {@link #progress()}, and may call {@link #close()}, repeatedly.
 */
final class Session implements AutoCloseable {
  /** A process is replaced after this number of kinds of checks, because the threads that TLC leaves behind keep its classes. */
  private static final int MOST_LOADS = 24;

  /** A search of this size, or larger, has a process of its own. */
  private static final long LARGE = 250_000;

  private static final String ORDINARY_HEAP = "1g";

  /** Has room also for what earlier checks have left. */
  private static final String SHARED_HEAP = "2g";

  /** Below this size the JVM does not look for classes to unload: it would find few. */
  private static final String ROOM_FOR_CLASSES = "512m";

  /** Classes that are loaded anew for each check are compiled later than usual: most of their methods are called seldom. */
  private static final int LATER = 3;

  private final TlcProcess child = new TlcProcess();
  private final List<String> options;
  private final Modules modules;
  private @Nullable Process process;
  private String kind = "";
  private int loads;
  private int checks;
  private volatile String name = "";
  private volatile long started;

  /** A session whose process begins with the first check, and is fit for this entry and for others of its size. */
  Session(Entry first, Modules modules) throws IOException {
    options = options(first);
    this.modules = modules;
  }

  /** Whether the entry may take its turn in a process with others. */
  static boolean isSmall(Entry entry) {
    return entry.size() < LARGE && entry.heap().equals(ORDINARY_HEAP);
  }

  /** The checks that may have the same classes of TLC, one after the other: those of a module, with coverage or without. */
  static String kind(Entry entry) {
    return entry.module() + " " + (entry.expect() instanceof Expectation.Holds ? "holds" : "fails");
  }

  /** Whether the last check was of the same kind. */
  boolean isFor(Entry entry) {
    return kind.equals(kind(entry));
  }

  /** The JVM's options. For small searches the JVM's best compiler costs more than it saves. */
  private static List<String> options(Entry entry) {
    return isSmall(entry)
        ? List.of("-Xmx" + SHARED_HEAP, "-XX:MetaspaceSize=" + ROOM_FOR_CLASSES, "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=" + LATER, "-XX:+UseSerialGC")
        : List.of("-Xmx" + entry.heap(), "-XX:+UseParallelGC");
  }

  /** Whether another entry may follow one that has been checked. */
  boolean isFit() {
    return process != null && process.isAlive() && loads < MOST_LOADS;
  }

  /** Checks an entry. If the check takes longer than the deadline, or the caller is interrupted, the process is ended. */
  TlcRun check(Entry entry, int workers, Duration deadline) throws IOException, InterruptedException {
    name = entry.name();
    started = System.nanoTime();
    try {
      TlcProcess.End end = check(entry, arguments(entry, workers), deadline);
      double seconds = (System.nanoTime() - started) / 1e9;
      return new TlcRun(end.exit(), end.late(), end.output(), actions(end.output()), seconds);
    } catch (CompletionException | IllegalStateException e) {
      return TlcRun.broken(e);
    }
  }

  private List<String> arguments(Entry entry, int workers) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-tool", "-fp", "0", "-workers", "" + workers,
        "-lncheck", "final", "-metadir", child.folder().resolve("states" + checks) + ""));
    if (entry.expect() instanceof Expectation.Holds) {
      arguments.addAll(List.of("-coverage", "9999"));
    }
    // The module by its bare name: given a path, TLC 2.18 would look for all modules in that one folder.
    arguments.addAll(List.of("-config", child.config(entry, modules) + "", entry.module()));
    return arguments;
  }

  private TlcProcess.End check(Entry entry, List<String> arguments, Duration deadline)
      throws IOException, InterruptedException {
    Process tlc = process != null ? process : child.start(options, List.of(TlcMain.CHECKS));
    process = tlc;
    checks++;
    loads += kind.equals(kind(entry)) ? 0 : 1;
    kind = kind(entry);
    String library = TlcProcess.joined(modules.folders(entry.module()));
    Writer requests = tlc.outputWriter();
    requests.write(kind + TlcMain.SEPARATOR + library + TlcMain.SEPARATOR + String.join(TlcMain.SEPARATOR, arguments) + "\n");
    requests.flush();
    CompletableFuture<TlcProcess.End> end = CompletableFuture.supplyAsync(() -> read(tlc), task -> new Thread(task).start());
    try {
      return end.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      tlc.destroyForcibly();
      return new TlcProcess.End(tlc.waitFor(), true, end.join().output());
    } catch (InterruptedException e) {
      tlc.destroyForcibly();
      throw e;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Reads to the mark at the end of a check, or to the end of the process. */
  private static TlcProcess.End read(Process tlc) {
    TlcOutput read = new TlcOutput();
    try {
      String end = read.take(tlc.inputReader(), TlcMain.END);
      int exit = end != null ? Integer.parseInt(end.substring(TlcMain.END.length())) : tlc.waitFor();
      return new TlcProcess.End(exit, false, read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private SortedMap<String, Long> actions(TlcOutput output) {
    SortedMap<String, Long> counts = ActionCounts.of(output, modules);
    child.note(TlcCheck.ACTIONS).lines().filter(action -> !action.isEmpty()).forEach(action -> counts.putIfAbsent(action, 0L));
    return counts;
  }

  /** The entry that is checked, and how far the search is, in a few words. */
  String progress() {
    String[] numbers = child.note(TlcCheck.PROGRESS).split(" ");
    String time = String.format("%.0f s", (System.nanoTime() - started) / 1e9);
    return name + " " + (numbers.length < 2
        ? time
        : String.format("%,d distinct, %,d queued, %s", Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), time));
  }

  @Override
  public void close() {
    child.close();
  }
}
