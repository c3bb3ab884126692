package dev.fanion.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process in a group of its own, where the system has {@code setsid}, so that all of it can be ended. */
final class ProcessGroup {
  private static final @Nullable Path SETSID = find("setsid");

  private ProcessGroup() {}

  private static @Nullable Path find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst().orElse(null);
  }

  static Process start(List<String> command) throws IOException {
    List<String> words = new ArrayList<>(command);
    if (SETSID != null) {
      words.add(0, SETSID.toString());
    }
    return new ProcessBuilder(words).start();
  }

  /** Ends the process, its group and its descendants. */
  static void kill(Process process) {
    if (SETSID != null) {
      try {
        new ProcessBuilder("/bin/sh", "-c", "kill -9 -$0 2>/dev/null", Long.toString(process.pid())).start().waitFor();
      } catch (IOException e) {
        process.destroyForcibly(); // without a shell at least the process itself is ended
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
