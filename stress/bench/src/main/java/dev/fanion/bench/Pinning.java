package dev.fanion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Keeps threads on processors, where the system is Linux and has {@code taskset}. Without it the scheduler puts a woken thread
 * sometimes on the processor of the thread that wakes it, at once, and sometimes on another processor, which must wake up first.
 * The two latencies differ by a factor of ten, and chance decides which of them the median is.
 */
final class Pinning {
  private Pinning() {}

  /** The system's number of the calling thread, or null where the system gives no number. */
  static String self() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
    } catch (IOException | UnsupportedOperationException notLinux) {
      return null;
    }
  }

  /** Keeps a thread on the first of the processors that this program may use, or on the last. Returns whether it does. */
  static boolean pin(String thread, boolean first) {
    int[] allowed = allowed();
    if (thread == null || allowed.length < 2) {
      return false;
    }
    String processor = Integer.toString(allowed[first ? 0 : allowed.length - 1]);
    try {
      return new ProcessBuilder("taskset", "-pc", processor, thread).redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start().waitFor() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The ends of the ranges of processors, in order. */
  private static int[] allowed() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
          .flatMap(line -> Arrays.stream(line.substring(line.indexOf(':') + 1).strip().split("[-,]")))
          .mapToInt(Integer::parseInt).toArray();
    } catch (IOException notLinux) {
      return new int[0];
    }
  }
}
