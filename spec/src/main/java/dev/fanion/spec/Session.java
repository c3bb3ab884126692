package dev.fanion.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A child process that runs TLC for one entry after another, which costs a third of a process for each. Not for several
 * threads at a time, but for {@link #close()}.
 */
final class Session implements AutoCloseable {
  /** So many entries, and a new process: what TLC leaves running keeps its classes. */
  private static final int MOST = 24;

  private final Child child = new Child();
  private final List<String> options;
  private @Nullable Process process;
  private int checks;

  /** A session whose process, begun with the first check, has these options of the JVM. */
  Session(List<String> options) throws IOException {
    this.options = options;
  }

  /** Whether another entry may follow one that has been checked. */
  boolean isFit() {
    return process != null && process.isAlive() && checks < MOST;
  }

  /** A folder for the states of the next check. */
  Path states() {
    return child.folder().resolve("states" + checks);
  }

  /**
   * Runs TLC with these arguments, at most so long; after that, or if the caller is interrupted, the process is ended.
   *
   * @param library the folders of modules
   */
  Child.End check(String library, List<String> arguments, Duration deadline) throws IOException, InterruptedException {
    Process tlc = process != null ? process : child.start(options, List.of(TlcChild.CHECKS));
    process = tlc;
    checks++;
    Writer requests = tlc.outputWriter();
    requests.write(library + TlcChild.SEPARATOR + String.join(TlcChild.SEPARATOR, arguments) + "\n");
    requests.flush();
    CompletableFuture<Child.End> end = CompletableFuture.supplyAsync(() -> read(tlc), task -> new Thread(task).start());
    try {
      return end.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      tlc.destroyForcibly();
      return new Child.End(tlc.waitFor(), true, end.join().output());
    } catch (InterruptedException e) {
      tlc.destroyForcibly();
      throw e;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Reads to the mark at the end of a check, or to the end of the process. */
  private static Child.End read(Process tlc) {
    TlcOutput read = new TlcOutput();
    try {
      String end = read.take(tlc.inputReader(), TlcChild.END);
      int exit = end != null ? Integer.parseInt(end.substring(TlcChild.END.length())) : tlc.waitFor();
      return new Child.End(exit, false, read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the process has written into its working directory under this name; empty if nothing. */
  String note(String name) {
    return child.note(name);
  }

  @Override
  public void close() {
    child.close();
  }
}
