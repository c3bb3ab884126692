package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Trouble;
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
 * One thread reads and writes; {@link #end()} from any. A read that misses its deadline is ended by a watchdog thread,
 * which ends the process, so that the read sees the end of its input.
 */
final class Child {
  private static final int STDERR_KEPT = 65_536;
  private static final Path SETSID = find("setsid");

  private final Process process;
  private final InputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream words = new ByteArrayOutputStream();
  private final Thread listener;
  private final Watchdog watchdog;
  private final Thread hook = new Thread(this::end, "fanion-end-child");

  Child(List<String> command) throws Trouble {
    List<String> words = new ArrayList<>(command);
    if (SETSID != null) {
      words.add(0, SETSID.toString());
    }
    try {
      process = new ProcessBuilder(words).start();
    } catch (IOException e) {
      throw new Trouble(Trouble.Kind.PROTOCOL, "the adapter does not start: " + e.getMessage());
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
        synchronized (words) {
          words.write(chunk, 0, n);
          if (words.size() > 2 * STDERR_KEPT) {
            byte[] all = words.toByteArray();
            words.reset();
            words.write(all, all.length - STDERR_KEPT, STDERR_KEPT);
          }
        }
      }
    } catch (IOException e) {
      return; // the process is gone, and with it what it would have said
    }
  }

  /** What it said on standard error, for a message; empty where it said nothing. */
  String lastWords() {
    synchronized (words) {
      byte[] all = words.toByteArray();
      int from = Math.max(0, all.length - STDERR_KEPT);
      String said = new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
      return said.isEmpty() ? "" : "\nIts standard error ended with:\n" + said.indent(2).stripTrailing();
    }
  }

  boolean spokeOutOfTurn() throws Trouble {
    try {
      return in.available() > 0;
    } catch (IOException e) {
      throw crashed();
    }
  }

  void write(String line) throws Trouble {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw crashed();
    }
  }

  /** The next line, within so many nanoseconds. */
  String read(long patience) throws Trouble {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    watchdog.watch(patience);
    try {
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw watchdog.bit() ? hung(patience) : crashed();
        } else if (line.size() >= Wire.LONGEST) {
          throw new Trouble(Trouble.Kind.PROTOCOL, "a line is longer than " + Wire.LONGEST + " bytes: "
              + line.toString(StandardCharsets.UTF_8).substring(0, 200) + "…");
        }
        line.write(b);
      }
    } catch (IOException e) {
      throw watchdog.bit() ? hung(patience) : crashed();
    } finally {
      watchdog.rest();
    }
    return decode(line.toByteArray());
  }

  private static String decode(byte[] line) throws Trouble {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      throw new Trouble(Trouble.Kind.PROTOCOL, "a line is not UTF-8: " + new String(line, 0, Math.min(200, line.length),
          StandardCharsets.ISO_8859_1));
    }
  }

  private Trouble hung(long patience) {
    return new Trouble(Trouble.Kind.HANG, String.format("no reply within %.1f s%s", patience / 1e9, lastWords()));
  }

  private Trouble crashed() {
    String status = "still runs, but its output has ended";
    try {
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        listener.join(1000);
        status = "ended with status " + process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Trouble(Trouble.Kind.CRASH, "the process " + status + lastWords());
  }

  /** Asks it to quit; it must end with status 0 within so many nanoseconds. Nothing of it is left in any case. */
  void quit(long patience) throws Trouble {
    try {
      write(Wire.QUIT);
      out.close();
      if (!process.waitFor(patience, TimeUnit.NANOSECONDS)) {
        throw new Trouble(Trouble.Kind.ERROR, "the adapter was asked to quit, and did not" + lastWords());
      } else if (process.exitValue() != 0) {
        throw new Trouble(Trouble.Kind.ERROR,
            "the adapter was asked to quit, and ended with status " + process.exitValue() + lastWords());
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
      return; // the JVM is going down, and the hook with it
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    if (SETSID != null) {
      try {
        new ProcessBuilder("/bin/sh", "-c", "kill -9 -$0 2>/dev/null", Long.toString(process.pid())).start().waitFor();
      } catch (IOException e) {
        process.destroyForcibly(); // no shell, then at least the process itself
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    process.destroyForcibly();
  }
}
