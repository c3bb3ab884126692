package dev.fanion.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A child process; where the system has {@code setsid}, in a process group of its own. No process of the group is left when this
 * is closed or this JVM ends, by Ctrl-C too.
 */
final class ProcessGroup implements AutoCloseable {
  private static final @Nullable Path SETSID = find("setsid");

  private final Process process;
  private final Thread hook = new Thread(this::kill, "end children");

  /** Starts the process. Its standard error is that of this JVM; its standard output goes into the file. */
  ProcessGroup(List<String> command, Path output) throws IOException {
    List<String> words = new ArrayList<>(command);
    if (SETSID != null) {
      words.add(0, SETSID.toString());
    }
    process = new ProcessBuilder(words).redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static @Nullable Path find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst().orElse(null);
  }

  /** Waits for the end of the process and returns its exit status, or -1 if the time is over. */
  int await(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      return; // the JVM ends, and runs the hook
    }
  }

  private void kill() {
    List<ProcessHandle> descendants = process.descendants().toList();
    descendants.forEach(ProcessHandle::destroyForcibly);
    if (SETSID != null) {
      try {
        new ProcessBuilder("/bin/sh", "-c", "kill -9 -$0 2>/dev/null", Long.toString(process.pid())).start().waitFor();
      } catch (IOException noShell) {
        process.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    await(process.destroyForcibly().toHandle());
    descendants.forEach(ProcessGroup::await);
  }

  private static void await(ProcessHandle killed) {
    killed.onExit().completeOnTimeout(killed, 5, TimeUnit.SECONDS).join();
  }
}
