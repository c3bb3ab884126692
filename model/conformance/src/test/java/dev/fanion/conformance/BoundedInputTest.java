package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test with the pipe as a channel, where the system allows that, and as a stream alone. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BoundedInputTest {
  private static final long LONG = TimeUnit.SECONDS.toNanos(30);

  private static Process shell(String script) throws IOException {
    return new ProcessBuilder("sh", "-c", script).start();
  }

  private static String read(BoundedInput in, int bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes; i++) {
      text.append((char) in.next(System.nanoTime() + LONG));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc", "/no-such-folder"})
  void everyByteComesThenTheEnd(String proc) throws IOException {
    BoundedInput in = new BoundedInput(shell("printf abc; sleep 0.2; printf 'de\\n'; sleep 0.01; printf f"), Path.of(proc));
    assertEquals("abcde\nf", read(in, 7));
    assertEquals(BoundedInput.END, in.next(System.nanoTime() + LONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc", "/no-such-folder"})
  void whatADyingProcessWroteIsRead(String proc) throws Exception {
    Process process = shell("printf 'last words'; exit 3");
    BoundedInput in = new BoundedInput(process, Path.of(proc));
    process.waitFor();
    in.close(); // as happens by itself soon after
    assertEquals("last words", read(in, 10));
    assertEquals(BoundedInput.END, in.next(System.nanoTime() + LONG));
  }

  /** Without a bound this would wait for the grandchild, 50 seconds. */
  @ParameterizedTest
  @ValueSource(strings = {"/proc", "/no-such-folder"})
  void aGrandchildThatHoldsThePipeCannotHoldTheReader(String proc) throws IOException {
    Process process = shell("sleep 50 & echo $!; sleep 0.1; exit 3");
    BoundedInput in = new BoundedInput(process, Path.of(proc));
    long start = System.nanoTime();
    long grandchild = 0;
    int b = in.next(start + LONG);
    for (; b != '\n'; b = in.next(start + LONG)) {
      grandchild = 10 * grandchild + b - '0';
    }
    int last = in.next(start + LONG);
    assertTrue(last == BoundedInput.END || last == BoundedInput.LATE, () -> "read " + last);
    assertTrue(System.nanoTime() - start < LONG);
    assertTrue(ProcessHandle.of(grandchild).map(ProcessHandle::destroyForcibly).orElse(false));
  }

  @Test
  void silenceIsLate() throws IOException {
    Process process = shell("exec sleep 50");
    BoundedInput in = new BoundedInput(process, Path.of("/no-such-folder"));
    assertEquals(BoundedInput.LATE, in.next(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100)));
    process.destroyForcibly();
  }

  @Test
  void aChannelThatIsClosedEndsItsRead() throws IOException {
    Process process = shell("exec sleep 50");
    BoundedInput in = new BoundedInput(process, Path.of("/proc"));
    new Thread(() -> {
      process.destroyForcibly();
      in.close();
    }).start();
    int last = in.next(System.nanoTime() + LONG);
    assertTrue(last == BoundedInput.END || last == BoundedInput.LATE, () -> "read " + last);
  }
}
