package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Wire;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A child process in a process group of its own, read line by line with a deadline.
 *
 * <h2>Threads</h2>
 * One thread reads and writes; any thread may call {@link #end()}. If a read misses its deadline, a watchdog thread ends the
 * process, so that the read sees the end of its input.
 */
final class ChildProcess {
  private static final int STDERR_KEPT = 65_536;
  private static final Path SETSID = find("setsid");

  private final Process process;
  private final InputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
  private final Thread listener;
  private final Watchdog watchdog;
  private final Thread hook = new Thread(this::end, "fanion-end-child");

  ChildProcess(List<String> command) throws AdapterFailure {
    List<String> words = new ArrayList<>(command);
    if (SETSID != null) {
      words.add(0, SETSID.toString());
    }
    try {
      process = new ProcessBuilder(words).start();
    } catch (IOException e) {
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "the adapter does not start: " + e.getMessage());
    }
    Runtime.getRuntime().addShutdownHook(hook);
    in = new BufferedInputStream(process.getInputStream(), 1 << 16);
    out = process.getOutputStream();
    listener = new Thread(this::listen, "fanion-adapter-stderr");
    listener.setDaemon(true);
    listener.start();
    watchdog = new Watchdog(this::kill);
  }

  private static Path find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst().orElse(null);
  }

  private void listen() {
    byte[] chunk = new byte[4096];
    try (InputStream err = process.getErrorStream()) {
      for (int n = err.read(chunk); n >= 0; n = err.read(chunk)) {
        synchronized (stderr) {
          stderr.write(chunk, 0, n);
          if (stderr.size() > 2 * STDERR_KEPT) {
            byte[] all = stderr.toByteArray();
            stderr.reset();
            stderr.write(all, all.length - STDERR_KEPT, STDERR_KEPT);
          }
        }
      }
    } catch (IOException e) {
      return; // the process has ended, and there is no more to read
    }
  }

  /** The end of its standard error, for a message; empty if it printed nothing. */
  String errorOutput() {
    synchronized (stderr) {
      byte[] all = stderr.toByteArray();
      int from = Math.max(0, all.length - STDERR_KEPT);
      String said = new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
      return said.isEmpty() ? "" : "\nIts standard error ended with:\n" + said.indent(2).stripTrailing();
    }
  }

  boolean spokeOutOfTurn() throws AdapterFailure {
    try {
      return in.available() > 0;
    } catch (IOException e) {
      throw crashed();
    }
  }

  void write(String line) throws AdapterFailure {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw crashed();
    }
  }

  /**
   * Reads the next line.
   *
   * @param patience how long to wait for the line, in nanoseconds
   */
  String read(long patience) throws AdapterFailure {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    watchdog.watch(patience);
    try {
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw watchdog.expired() ? hung(patience) : crashed();
        } else if (line.size() >= Wire.LONGEST) {
          throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "a line is longer than " + Wire.LONGEST + " bytes: "
              + line.toString(StandardCharsets.UTF_8).substring(0, 200) + "…");
        }
        line.write(b);
      }
    } catch (IOException e) {
      throw watchdog.expired() ? hung(patience) : crashed();
    } finally {
      watchdog.stop();
    }
    return decode(line.toByteArray());
  }

  private static String decode(byte[] line) throws AdapterFailure {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      String shown = new String(line, 0, Math.min(200, line.length), StandardCharsets.ISO_8859_1);
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "a line is not UTF-8: " + shown);
    }
  }

  private AdapterFailure hung(long patience) {
    return new AdapterFailure(AdapterFailure.Kind.HANG, String.format("no reply within %.1f s%s", patience / 1e9, errorOutput()));
  }

  private AdapterFailure crashed() {
    String status = "still runs, but its output has ended";
    try {
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        listener.join(1000);
        status = "ended with status " + process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new AdapterFailure(AdapterFailure.Kind.CRASH, "the process " + status + errorOutput());
  }

  /**
   * Asks the process to quit. It must end with status 0. Whatever happens, nothing of it is left afterwards.
   *
   * @param patience how long to wait for the end, in nanoseconds
   */
  void quit(long patience) throws AdapterFailure {
    try {
      write(Wire.QUIT);
      out.close();
      if (!process.waitFor(patience, TimeUnit.NANOSECONDS)) {
        throw new AdapterFailure(AdapterFailure.Kind.ERROR, "the adapter was asked to quit, and did not" + errorOutput());
      } else if (process.exitValue() != 0) {
        throw new AdapterFailure(AdapterFailure.Kind.ERROR,
            "the adapter was asked to quit, and ended with status " + process.exitValue() + errorOutput());
      }
    } catch (IOException e) {
      throw crashed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
    }
  }

  /** Ends the process and all that stayed in its process group. */
  void end() {
    watchdog.close();
    kill();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
      if (Thread.currentThread() != hook) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      return; // the JVM is shutting down, and runs the hook itself
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    if (SETSID != null) {
      try {
        new ProcessBuilder("/bin/sh", "-c", "kill -9 -$0 2>/dev/null", Long.toString(process.pid())).start().waitFor();
      } catch (IOException e) {
        process.destroyForcibly(); // without a shell at least the process itself is ended
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    process.destroyForcibly();
  }
}
