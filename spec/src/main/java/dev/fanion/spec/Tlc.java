package dev.fanion.spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tlc2.TLC;

/**
 * One TLC in a child process with a working directory of its own.
 *
 * <p>The working directory is also the child's temporary directory, where TLC unpacks the standard modules under fixed
 * names, and its directory for states, which TLC names by the second: two children that shared one would collide.
 * {@link #close()} ends the child and removes the directory; it may be called from any thread, at any time, repeatedly.
 */
final class Tlc implements AutoCloseable {
  private final Entry entry;
  private final Modules modules;
  private final Path folder;
  private final long started = System.nanoTime();
  private @Nullable Process process;
  private boolean closed;

  Tlc(Entry entry, Modules modules) throws IOException {
    this.entry = entry;
    this.modules = modules;
    folder = Files.createTempDirectory("fanion-tlc");
  }

  /** Runs the child, at most so long. If the caller is interrupted, the child is ended. */
  TlcRun run(int workers, Duration deadline) throws IOException, InterruptedException {
    Process child = start(workers);
    CompletableFuture<TlcOutput> output =
        CompletableFuture.supplyAsync(() -> read(child), task -> new Thread(task).start());
    try {
      boolean late = !child.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (late) {
        child.destroyForcibly();
      }
      int exit = child.waitFor();
      double seconds = (System.nanoTime() - started) / 1e9;
      TlcOutput printed = output.join();
      return new TlcRun(exit, late, printed, actions(printed), seconds);
    } catch (CompletionException | IllegalStateException e) {
      return TlcRun.broken(e);
    } finally {
      child.destroyForcibly();
    }
  }

  private synchronized Process start(int workers) throws IOException {
    if (closed) {
      throw new IOException("ended before it began");
    }
    process = new ProcessBuilder(command(workers)).directory(folder.toFile()).redirectErrorStream(true).start();
    return process;
  }

  private synchronized @Nullable Process end() {
    closed = true;
    return process;
  }

  private static TlcOutput read(Process process) {
    TlcOutput output = new TlcOutput();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.line(line);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SortedMap<String, Long> actions(TlcOutput output) {
    SortedMap<String, Long> counts = ActionCounts.of(output, modules);
    note(TlcChild.ACTIONS).lines().filter(name -> !name.isEmpty()).forEach(name -> counts.putIfAbsent(name, 0L));
    return counts;
  }

  /** Where the search is, in a few words; empty before it has begun. */
  String progress() {
    String[] numbers = note(TlcChild.PROGRESS).split(" ");
    String time = String.format("%.0f s", (System.nanoTime() - started) / 1e9);
    return entry.name() + " " + (numbers.length < 2
        ? time
        : String.format("%,d distinct, %,d queued, %s", Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), time));
  }

  private String note(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      return "";
    }
  }

  private List<String> command(int workers) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + entry.heap(),
        "-XX:+UseParallelGC",
        "-Djava.io.tmpdir=" + folder,
        "-Duser.language=en",
        "-DTLA-Library=" + joined(modules.folders()),
        "-cp",
        joined(Stream.of(TlcChild.class, TLC.class).map(Tlc::home).distinct().toList()),
        TlcChild.class.getName()));
    command.addAll(List.of("-tool", "-fp", "0", "-workers", "" + workers, "-metadir", folder.resolve("states") + ""));
    if (entry.expect() instanceof Expectation.Holds) {
      command.addAll(List.of("-coverage", "9999"));
    }
    // The module by its bare name: given a path, TLC 2.18 would look for all modules in that one folder.
    command.addAll(List.of("-config", modules.folder().resolve(entry.config()) + "", entry.module()));
    return command;
  }

  private static String joined(Iterable<Path> paths) {
    List<String> names = new ArrayList<>();
    paths.forEach(path -> names.add(path.toString()));
    return names.stream().collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    Process child = end();
    if (child != null) {
      child.destroyForcibly().onExit().completeOnTimeout(child, 5, TimeUnit.SECONDS).join();
    }
    delete(folder);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // Another thread is deleting the same directory, at the end of the process.
    }
  }
}
