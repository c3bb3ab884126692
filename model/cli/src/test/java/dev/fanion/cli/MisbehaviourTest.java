package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.Misbehaviour;
import dev.fanion.conformance.PlantedAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says of an adapter that breaks the protocol itself; and that no process is left behind. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MisbehaviourTest {
  private static final double DEADLINE = 2;

  @TempDir private Path folder;
  private final String marker = UUID.randomUUID().toString();

  private CommandRun conform(Misbehaviour manners, String... more) throws IOException {
    List<String> adapter = new ArrayList<>(CommandRun.java(folder, marker, PlantedAdapter.class));
    adapter.addAll(List.of("--misbehave", manners.name(), "--features", "event,flag,cancel,interrupt"));
    List<String> line = new ArrayList<>(List.of("conform", "--adapter", CommandRun.quoted(adapter), "--deadline",
        String.valueOf(DEADLINE), "--tasks", "1", "--steps", "2000", "--seed", "1", "--out", folder.toString()));
    line.addAll(List.of(more));
    return CommandRun.of(line.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      GARBAGE      | not JSON: Segmentation fault?
      UNKNOWN_TASK | unknown task "nobody"
      TOO_LONG     | a line is longer than 65536 bytes: {"task":"main"
      FLOODS       | a line is longer than 65536 bytes: flood flood
      BAD_UTF8     | a line is not UTF-8
      ERROR        | planted error
      """)
  void anAdapterErrorLeavesTheVerdictOpen(Misbehaviour manners, String message) throws IOException {
    CommandRun run = conform(manners);

    run.says("ADAPTER ERROR", message, "CANNOT TELL");
    assertEquals(2, run.status());
    assertFalse(CommandRun.results(folder).get("conforms").booleanValue());
    assertFalse(CommandRun.results(folder).get("cutShort").isNull());
    assertTrue(Files.readString(folder.resolve("junit.xml")).contains("errors=\"1\""));
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      WRONG_VERSION | protocol version 2; this suite speaks 1
      SILENT        | did not say hello: no reply within 4.0 s
      """)
  void withoutAProperHelloThereIsNoRun(Misbehaviour manners, String message) throws IOException {
    CommandRun run = conform(manners);

    run.says(message);
    assertEquals(2, run.status());
    assertFalse(Files.exists(folder.resolve("results.json")));
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  /** The first process crashes, and none that follows says hello. */
  @ParameterizedTest
  @ValueSource(strings = {"sleep 30", "exit 7"})
  void aLaterProcessThatDoesNotStartSaysNothingOfTheRuntime(String later) throws IOException {
    Path started = folder.resolve("started");
    String hello = "echo '{\"fanion\":1,\"name\":\"x\",\"features\":[\"event\"]}'; read -r begin; "
        + "echo '{\"task\":\"main\",\"result\":\"started\"}'; read -r line; exit 3";
    String script = "if [ -e " + started + " ]; then " + later + "; fi; touch " + started + "; " + hello;
    CommandRun run = CommandRun.of("conform", "--adapter", CommandRun.quoted(List.of("sh", "-c", script)), "--deadline", "0.2",
        "--out", folder.toString());

    run.says("ADAPTER ERROR  in the middle of the run, the adapter sh -c", "did not say hello");
    assertFalse(run.said().contains("shown by 0 operations"), run.said());
    assertNotEquals(0, run.status());
  }

  @Test
  void aProcessThatEndsWheneverTheConversationIsHeldHasCrashed() throws IOException {
    CommandRun run = conform(Misbehaviour.DIES_ON_CANCEL, "--fail-fast");

    run.says("CRASH", "ended with status 3", "planted: this adapter dies now", "DOES NOT CONFORM");
    assertEquals(1, run.status());
    assertEquals("crash", CommandRun.results(folder).at("/findings/0/kind").textValue());
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  @Test
  void aCrashThatDoesNotRecurIsKeptWithItsConversation() throws IOException {
    CommandRun run = conform(Misbehaviour.DIES_MIDWAY, "--fail-fast");

    run.says("CRASH", "ended with status 3", "planted: this adapter dies now", "it did not end when the scenario was repeated",
        "DOES NOT CONFORM");
    assertEquals(1, run.status());
    assertNotEquals(0, CommandRun.results(folder).at("/findings/0/conversation").size());
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  @Test
  void aProcessThatEndsOnceBeforeItIsAskedAnythingIsAnAdapterError() throws IOException {
    CommandRun run = conform(Misbehaviour.DIES);

    run.says("ADAPTER ERROR", "ended with status 3", "planted: this adapter dies now", "CANNOT TELL");
    assertEquals(2, run.status());
    assertFalse(CommandRun.results(folder).get("conforms").booleanValue());
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  @Test
  void anOwedReplyThatDoesNotComeIsAHang() throws IOException {
    CommandRun run = conform(Misbehaviour.HANGS, "--fail-fast");

    run.says("HANG", "no reply within 2.0 s", "DOES NOT CONFORM");
    assertEquals(1, run.status());
    assertEquals("hang", CommandRun.results(folder).at("/findings/0/kind").textValue());
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  /** A short run of all parts, in real time or in the runtime's own. */
  @ParameterizedTest
  @ValueSource(strings = {"system", "own"})
  void aProcessThatBehavesConforms(String clock) throws IOException {
    List<String> adapter = new ArrayList<>(CommandRun.java(folder, marker, PlantedAdapter.class));
    adapter.addAll(List.of("--clock", clock));
    CommandRun run = CommandRun.of("conform", "--adapter", CommandRun.quoted(adapter), "--tasks", "1", "--steps", "500",
        "--seed", "1", "--out", folder.toString());

    run.says("with time", "CONFORMS to the profile asyncio");
    assertEquals(0, run.status());
  }

  @Test
  void whatAnAdapterLeavesBehindIsEndedWithIt() throws IOException {
    CommandRun run = conform(Misbehaviour.GRANDCHILD);

    run.says("CONFORMS to the profile asyncio");
    assertEquals(0, run.status());
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  @Test
  void quitMustEndTheAdapterWithStatusZero() throws IOException {
    conform(Misbehaviour.QUITS_BADLY).says("ADAPTER ERROR", "asked to quit, and ended with status 5", "CANNOT TELL");
    CommandRun run = conform(Misbehaviour.STAYS);

    run.says("ADAPTER ERROR", "asked to quit, and did not", "CANNOT TELL");
    assertEquals(2, run.status());
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  /** Without this, no test above would show that processes are gone. */
  @Test
  void aLivingProcessIsSeenByItsMarker() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "read line", marker).start(); // waits for a line that does not come
    try {
      assertNotEquals(List.of(), CommandRun.leftBehind(marker));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
