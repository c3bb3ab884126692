package dev.fanion.spec.run;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Modules;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tlc2.TLC;

/**
 * A child process that runs a part of TLC, with a working directory of its own.
 *
 * <p>The working directory is also the child's temporary directory, where TLC unpacks the standard modules under fixed names, and
 * its directory for states, which TLC names by the second. Two children in one directory would collide. {@link #close()} ends the
 * child and removes the directory. Any thread may call it, at any time, repeatedly.
 */
final class TlcProcess implements AutoCloseable {
  private final Path folder;
  private @Nullable Process process;
  private boolean closed;

  /**
   * How a child has ended.
   *
   * @param exit the exit code
   * @param late whether it was ended at its deadline
   * @param output what it printed
   */
  record End(int exit, boolean late, TlcOutput output) {}

  TlcProcess() throws IOException {
    folder = Files.createTempDirectory("fanion-tlc");
  }

  Path folder() {
    return folder;
  }

  /**
   * Runs one of the parts that {@link TlcMain} has. At the deadline, or if the caller is interrupted, the child is ended.
   *
   * @param listener gets each message as it comes, from another thread
   */
  End run(List<String> options, List<String> arguments, Duration deadline, Consumer<TlcOutput.Message> listener)
      throws IOException, InterruptedException {
    Process child = start(options, arguments);
    CompletableFuture<TlcOutput> output =
        CompletableFuture.supplyAsync(() -> read(child, listener), task -> new Thread(task).start());
    try {
      boolean late = !child.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (late) {
        child.destroyForcibly();
      }
      return new End(child.waitFor(), late, output.join());
    } finally {
      child.destroyForcibly();
    }
  }

  /** Starts one of the parts that {@link TlcMain} has. Its standard error goes to its output. */
  synchronized Process start(List<String> options, List<String> arguments) throws IOException {
    if (closed) {
      throw new IOException("ended before it began");
    }
    process = new ProcessBuilder(command(options, arguments)).directory(folder.toFile()).redirectErrorStream(true).start();
    return process;
  }

  private synchronized @Nullable Process end() {
    closed = true;
    return process;
  }

  private List<String> command(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.io.tmpdir=" + folder,
        "-Duser.language=en"));
    command.addAll(options);
    command.addAll(List.of(
        "-cp", joined(Stream.of(TlcMain.class, TLC.class).map(TlcProcess::home).distinct().toList()), TlcMain.class.getName()));
    command.addAll(arguments);
    return command;
  }

  /** The value of an option that takes several paths. */
  static String joined(Iterable<Path> paths) {
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

  private static TlcOutput read(Process process, Consumer<TlcOutput.Message> listener) {
    TlcOutput output = new TlcOutput(listener);
    try (BufferedReader lines = process.inputReader()) {
      output.take(lines, TlcMain.END);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that TLC reads as the entry's config. A derived config is written into the working directory. */
  Path config(Entry entry, Modules modules) throws IOException {
    return entry.config().derived()
        ? Files.writeString(folder.resolve(entry.name() + ".cfg"), entry.config().text())
        : modules.folder().resolve(entry.config().file());
  }

  /** The text of a file that the child has written into its working directory; empty if there is no such file. */
  String note(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      return "";
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

  /** Removes a folder with all that is in it. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // At the end of the process another thread deletes the same directory.
    }
  }
}
