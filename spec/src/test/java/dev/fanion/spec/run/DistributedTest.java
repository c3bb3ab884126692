package dev.fanion.spec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.ManifestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** TLC's distributed mode with two workers on the loopback address, on the project's own spec. */
@Timeout(180)
class DistributedTest {
  private static final Path SPEC = Path.of("");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private static Entry entry(String name) {
    return Manifest.load(SPEC).select(List.of(name)).get(0);
  }

  private Distributed server() throws IOException {
    return new Distributed(out, "127.0.0.1", freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void twoWorkersFindTheStatesThatOneProcessFinds() throws Exception {
    Entry entry = entry("objects");
    EntryResult alone = new SpecRunner(SPEC, out, false).run(List.of(entry)).get(0);
    assertTrue(alone.ok(), alone.problems().toString());
    TlcProcess.End end = server().search(entry, SPEC, 2);
    assertEquals(alone.distinct(), Distributed.judge(entry, end));
    long registered = printed.toString(StandardCharsets.UTF_8).lines()
        .filter(line -> line.contains("Registration for worker"))
        .count();
    assertEquals(2, registered, printed.toString(StandardCharsets.UTF_8));
    assertEquals(0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());

    Entry wrong = new Entry("wrong", entry.group(), entry.module(), entry.config(), entry.why(),
        new Expectation.Holds(1, 1, List.of()), "", "", false, 0, "1g");
    String message = assertThrows(ManifestException.class, () -> Distributed.judge(wrong, end)).getMessage();
    assertTrue(message.contains("wrong: distinct: expected 1, found " + alone.distinct()), message);
  }

  @Test
  void aSearchThatFindsAViolationFails() {
    Entry entry = entry("FlagNoticeConsumes");
    String message = assertThrows(ManifestException.class, () -> server().serve(entry, SPEC, 2)).getMessage();
    assertTrue(message.contains("FlagNoticeConsumes: the search did not end well"), message);
    assertEquals(0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
  }
}
