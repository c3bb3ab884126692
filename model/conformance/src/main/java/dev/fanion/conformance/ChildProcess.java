package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Harmless;
import dev.fanion.conformance.protocol.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A child process in a process group of its own, read line by line with a deadline.
 *
 * <h2>Threads</h2>
 * One thread reads and writes; any thread may call {@link #end()}. If a line misses its deadline, a watchdog thread ends the
 * process and closes the pipe, so that the write or the read ends.
 */
final class ChildProcess {
  private static final int STDERR_KEPT = 65_536;

  private final Process process;
  private final BoundedInput in;
  private final OutputStream out;
  private final Tail stderr = new Tail(STDERR_KEPT);
  private final Thread listener;
  private final LeftBehind leftBehind;
  private final Watchdog watchdog;
  private final Thread hook = new Thread(this::end, "fanion-end-child");

  private int partial; // how many bytes of the line that is being read have come
  private volatile boolean dead; // by itself, when the suite gave up; written by the watchdog before it ends the read

  ChildProcess(List<String> command) throws AdapterFailure {
    try {
      process = ProcessGroup.start(command);
    } catch (IOException e) {
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "the adapter does not start: " + Harmless.line(e.getMessage()));
    }
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      process.destroyForcibly();
      throw new AdapterFailure(AdapterFailure.Kind.ERROR, "the suite is ending");
    }
    leftBehind = new LeftBehind(process.pid());
    in = new BoundedInput(process, LeftBehind.PROC);
    out = process.getOutputStream();
    listener = new Thread(this::listen, "fanion-adapter-stderr");
    listener.setDaemon(true);
    listener.start();
    watchdog = new Watchdog(this::giveUp);
  }

  private void listen() {
    byte[] chunk = new byte[1 << 14];
    try (InputStream err = process.getErrorStream()) {
      for (int n = err.read(chunk); n >= 0; n = err.read(chunk)) {
        stderr.add(chunk, n);
      }
    } catch (IOException e) {
      return; // the process has ended, and there is no more to read
    }
  }

  /** The end of its standard error, for a message; empty if it printed nothing. */
  String errorOutput() {
    String said = stderr.text().strip();
    return said.isEmpty() ? "" : "\nIts standard error ended with:\n" + Harmless.block(said);
  }

  boolean spokeOutOfTurn() throws AdapterFailure {
    try {
      return in.ready();
    } catch (IOException e) {
      throw crashed();
    }
  }

  /**
   * Writes a line.
   *
   * @param patience how long the process may take to read so much that there is room for the line, in nanoseconds
   */
  void write(String line, long patience) throws AdapterFailure {
    watchdog.watch(patience);
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw watchdog.stop() ? crashed() : late(patience);
    }
    inTime(patience);
  }

  /**
   * Reads the next line.
   *
   * @param patience how long to wait for the whole line, in nanoseconds
   */
  String read(long patience) throws AdapterFailure {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    partial = 0;
    watchdog.watch(patience);
    try {
      long until = System.nanoTime() + patience;
      for (int b = in.next(until); b != '\n'; b = in.next(until)) {
        if (b < 0) {
          throw !watchdog.stop() || b == BoundedInput.LATE ? late(patience) : crashed();
        } else if (partial >= Wire.LONGEST) {
          throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "a line is longer than " + Wire.LONGEST + " bytes: "
              + Harmless.beginning(line.toString(StandardCharsets.UTF_8)));
        }
        line.write(b);
        partial++;
      }
    } catch (IOException e) {
      throw watchdog.stop() ? crashed() : late(patience);
    }
    inTime(patience);
    partial = 0;
    return decode(line.toByteArray());
  }

  /** A line has come, or gone, unless the watchdog has just ended the process. */
  private void inTime(long patience) throws AdapterFailure {
    if (!watchdog.stop()) {
      throw late(patience);
    }
  }

  /** Whether the last read came to the end of its patience in the middle of a line. */
  boolean brokeOff() {
    return partial > 0;
  }

  private static String decode(byte[] line) throws AdapterFailure {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      String shown = Harmless.beginning(new String(line, StandardCharsets.ISO_8859_1));
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "a line is not UTF-8: " + shown);
    }
  }

  /** Nothing came in time. If the process has ended, another process must hold its output open. */
  private AdapterFailure late(long patience) {
    dead |= !watchdog.expired() && !process.isAlive();
    if (dead) {
      return crashed();
    }
    String time = String.format(Locale.ROOT, "%.1f s", patience / 1e9);
    String nothing = brokeOff() ? "no whole line came within " + time + " (" + partial + " bytes of one did)"
        : "no reply within " + time;
    return new AdapterFailure(AdapterFailure.Kind.HANG, nothing + errorOutput());
  }

  private AdapterFailure crashed() {
    String status = "still runs, but its output has ended";
    AdapterFailure.Kind kind = AdapterFailure.Kind.CRASH;
    try {
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        status = "ended with status " + process.exitValue() + leftBehind.words(dead);
        kind = process.exitValue() == 0 ? AdapterFailure.Kind.EXIT : kind;
        listener.join(200); // longer only if another process holds standard error open
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new AdapterFailure(kind, "the process " + status + errorOutput());
  }

  /**
   * Asks the process to quit. It must end with status 0. Whatever happens, nothing of it is left afterwards.
   *
   * @param patience how long to wait for the end, in nanoseconds
   */
  void quit(long patience) throws AdapterFailure {
    try {
      write(Wire.QUIT, patience);
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

  /** Ends the process, all that stayed in its process group, and what else holds its pipes open. */
  void end() {
    watchdog.close();
    ProcessGroup.kill(process);
    try {
      process.waitFor(5, TimeUnit.SECONDS);
      leftBehind.alive().forEach(ProcessHandle::destroyForcibly);
      if (Thread.currentThread() != hook) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      return; // the JVM is shutting down, and runs the hook itself
    }
  }

  private void giveUp() {
    dead = !process.isAlive();
    if (!dead) {
      ProcessGroup.kill(process);
    }
    in.close();
  }
}
