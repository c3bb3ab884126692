package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanion.LoopOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The four demonstrations, on a time that passes only while the loop sleeps. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class DemoTest {
  private final DemoTime time = new DemoTime();

  private List<String> prints(DemoCommand.Program program) {
    StringWriter text = new StringWriter();
    DemoCommand.run(program, LoopOptions.defaults().withTime(time, time), new PrintWriter(text));
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
}
