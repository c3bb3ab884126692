package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Harmless;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processes that an adapter leaves behind in sessions of their own. They are found by the pipes that the suite gave to the
 * adapter, where the system shows who has a file open ({@code /proc}); elsewhere none is found.
 */
final class LeftBehind {
  /** Where the system shows which files a process has open. */
  static final Path PROC = Path.of("/proc");

  /** The names that the system gives to the pipes. */
  private final Set<String> pipes = new HashSet<>();

  /** Prepares for what the process, which has just been started, leaves behind. */
  LeftBehind(long pid) {
    for (int stream = 0; stream <= 2; stream++) {
      try {
        String name = Files.readSymbolicLink(PROC.resolve(pid + "/fd/" + stream)).toString();
        if (name.startsWith("pipe:")) {
          pipes.add(name);
        }
      } catch (IOException e) {
        continue; // it has ended already, or the system does not show it
      }
    }
  }

  /** Those that live, and hold one of the pipes open; not the suite, and not its own child. */
  List<ProcessHandle> alive() {
    List<ProcessHandle> holders = new ArrayList<>();
    if (pipes.isEmpty()) {
      return holders;
    }
    long suite = ProcessHandle.current().pid();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[1-9]*")) {
      for (Path process : all) {
        long pid = Long.parseLong(process.getFileName().toString());
        if (pid != suite && holds(process.resolve("fd"))) {
          ProcessHandle.of(pid).filter(holder -> holder.parent().map(parent -> parent.pid() != suite).orElse(true))
              .ifPresent(holders::add);
        }
      }
    } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
      return holders;
    }
    return holders;
  }

  private boolean holds(Path files) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(files)) {
      for (Path file : open) {
        if (pipes.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return false; // it belongs to somebody else, or has just ended
    }
    return false;
  }

  /**
   * Those that live, for a message.
   *
   * @param sure whether one must live, even if none is found
   */
  String words(boolean sure) {
    String all = alive().stream().map(LeftBehind::words).collect(Collectors.joining(", "));
    return !all.isEmpty() ? "; it left behind " + all + ", which held its pipes open, and was ended by the suite"
        : sure ? "; a process that it left behind holds its output open" : "";
  }

  private static String words(ProcessHandle process) {
    String program = process.info().command().map(path -> " (" + Harmless.beginning(path) + ")").orElse("");
    return "process " + process.pid() + program;
  }
}
