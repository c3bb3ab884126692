package dev.fanion.spec.run;

import static dev.fanion.spec.run.SpecRunnerTest.FIXTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.SpecFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No TLC outlives a run, in whatever way the run ends. The fixture's entry {@code endless} never ends by itself. */
@Timeout(120)
class ChildProcessTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void anEntryThatPassesItsDeadlineFailsAndItsChildIsGone() throws InterruptedException {
    SpecRunner runner = new SpecRunner(FIXTURE, out, true, Duration.ofSeconds(8));
    EntryResult result = runner.run(Manifest.load(FIXTURE).select(List.of("endless"))).get(0);
    assertEquals("unfinished", result.outcome());
    assertTrue(result.problems().get(0).startsWith("the deadline passed after 8 s"), result.problems().toString());
    assertEquals(0, children(ProcessHandle.current()).count());
    String shown = printed.toString(StandardCharsets.UTF_8);
    assertTrue(shown.contains("\r[0/1] endless ") && shown.contains(" distinct, "), "progress on a terminal: " + shown);
  }

  @Test
  void anInterruptedRunEndsItsChild() throws Exception {
    List<Entry> endless = Manifest.load(FIXTURE).select(List.of("endless"));
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread caller = new Thread(() -> {
      try {
        new SpecRunner(FIXTURE, out, false).run(endless);
        interrupted.complete(false);
      } catch (InterruptedException e) {
        interrupted.complete(true);
      }
    });
    caller.start();
    ProcessHandle child = await(() -> children(ProcessHandle.current()));
    caller.interrupt();
    assertTrue(interrupted.get());
    child.onExit().get(20, TimeUnit.SECONDS);
  }

  @Test
  void aRunnerThatIsAskedToEndEndsItsChildAndLeavesNoFile(@TempDir Path temporary) throws Exception {
    Process runner = start(temporary, "endless");
    ProcessHandle child = await(() -> children(runner.toHandle()));
    runner.destroy();
    child.onExit().get(20, TimeUnit.SECONDS);
    assertTrue(runner.waitFor(20, TimeUnit.SECONDS));
    assertEquals(List.of(), SpecFiles.names(temporary, ""));
  }

  @Test
  void aRunnerThatIsKilledTakesItsChildWithIt(@TempDir Path temporary) throws Exception {
    Process runner = start(temporary, "endless");
    ProcessHandle child = await(() -> children(runner.toHandle()));
    runner.destroyForcibly();
    child.onExit().get(20, TimeUnit.SECONDS);
  }

  @Test
  void theExitStatusIs0AsExpected1NotAnd2ForAnUnknownName(@TempDir Path temporary) throws Exception {
    assertEquals(0, start(temporary, "holds").waitFor());
    assertEquals(1, start(temporary, "wrong-distinct", "holds").waitFor());
    assertEquals(2, start(temporary, "no-such-entry").waitFor());
    assertEquals(List.of(), SpecFiles.names(temporary, ""));
  }

  private static Process start(Path temporary, String... names) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.io.tmpdir=" + temporary,
        "-Dfanion.home=" + FIXTURE.getParent(),
        "-cp", System.getProperty("java.class.path"),
        SpecRunner.class.getName()));
    command.addAll(List.of(names));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Stream<ProcessHandle> children(ProcessHandle parent) {
    return parent.children().filter(ProcessHandle::isAlive);
  }

  /** The first child to appear. */
  private static ProcessHandle await(Supplier<Stream<ProcessHandle>> children)
      throws InterruptedException, ExecutionException {
    return CompletableFuture.supplyAsync(() -> {
      while (true) {
        var child = children.get().findAny();
        if (child.isPresent()) {
          return child.get();
        }
        Thread.onSpinWait();
      }
    }).get();
  }
}
