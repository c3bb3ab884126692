package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanion.LoopOptions;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The four demonstrations, with a clock that advances only while the loop sleeps. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class DemoTest {
  private final DemoTime time = new DemoTime();

  private List<String> prints(DemoCommand.Program program) {
    return prints(program, Duration.ZERO, (name, handler) -> {
      throw new AssertionError("nobody waits for signals");
    });
  }

  private List<String> prints(DemoCommand.Program program, Duration patience, BiConsumer<String, Runnable> signals) {
    StringWriter text = new StringWriter();
    DemoCommand.run(program, LoopOptions.defaults().withTime(time, time), new PrintWriter(text), signals, patience);
    return text.toString().lines().toList();
  }

  @Test
  @Tag("PRG-1") //= PRG-1 type=test
  void basic() {
    assertEquals(List.of("waiting", "got signal"), prints(DemoCommand.Program.BASIC));
    assertEquals(Duration.ofSeconds(1), time.now());
  }

  @Test
  @Tag("PRG-2") //= PRG-2 type=test
  void waiters() {
    assertEquals(List.of("runner 1 is ready", "runner 2 is ready", "runner 3 is ready", "go", "runner 1 runs",
        "runner 2 runs", "runner 3 runs"), prints(DemoCommand.Program.WAITERS));
  }

  @Test
  @Tag("PRG-3") //= PRG-3 type=test
  void worker() {
    assertEquals(List.of("wait, work, clear: 2 signals, 1 unit of work", "wait, clear, work: 2 signals, 2 units of work"),
        prints(DemoCommand.Program.WORKER));
  }

  @Test
  @Tag("PRG-4") //= PRG-4 type=test
  void interrupt() {
    assertEquals(List.of("woken by interrupt 1", "woken by interrupt 2", "woken by interrupt 3"),
        prints(DemoCommand.Program.INTERRUPT));
    assertEquals(Duration.ofMillis(750), time.now());
  }

  @Test
  @Tag("PRG-4") //= PRG-4 type=test
  void interruptEndsByItselfWhenNobodySendsASignal() {
    List<String> lines = prints(DemoCommand.Program.INTERRUPT, Duration.ofSeconds(5), (name, handler) -> { });
    assertEquals("no signal for 5 s", lines.get(lines.size() - 1));
    assertEquals(Duration.ofMillis(5750), time.now());
  }

  @Test
  void interruptSaysWhichSignalsThereAreNot() {
    List<String> lines = prints(DemoCommand.Program.INTERRUPT, Duration.ofSeconds(5), (name, handler) -> {
      throw new UnsupportedOperationException("no signal " + name);
    });
    assertEquals(List.of("no signal INT", "no signal USR1"), lines.subList(3, 5));
  }

  /** Real signals from another process, each after the line that reports the one before. */
  @Test
  @Tag("PRG-4") //= PRG-4 type=test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX signals")
  void realSignalsWakeTheTask(@TempDir Path folder) throws Exception {
    List<String> command = new ArrayList<>(CommandRun.java(folder, "demo", Main.class));
    command.addAll(List.of("demo", "interrupt", "--wait", "3600"));
    Process demo = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines = demo.inputReader()) {
      List<String> woken = new ArrayList<>();
      Deque<String> signals = new ArrayDeque<>(List.of("USR1", "INT", "USR1"));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Assumptions.assumeFalse(line.startsWith("signal INT is ignored here"), "a parent of this test ignores SIGINT");
        woken.add(line);
        if (woken.size() > 3 && !signals.isEmpty()) {
          new ProcessBuilder("/bin/sh", "-c", "kill -" + signals.remove() + " $0", Long.toString(demo.pid())).start().waitFor();
        }
      }
      assertEquals(List.of("woken by SIGUSR1", "woken by SIGINT", "woken by SIGUSR1"), woken.subList(4, woken.size()));
      assertEquals(0, demo.waitFor());
    } finally {
      demo.destroyForcibly();
    }
  }
}
