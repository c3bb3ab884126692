package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says of a shell script that is no proper adapter; and that no process is left behind. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileShellTest {
  private static final double DEADLINE = 2;

  @TempDir private Path folder;
  private final String marker = UUID.randomUUID().toString();

  /** Runs the suite against a shell that says hello, begins each scenario, and does this at the first request of it. */
  private CommandRun shell(String atTheFirstRequest) throws IOException {
    return shell("{\"fanion\":1,\"name\":\"sh\",\"version\":\"1\",\"features\":[\"event\"]}",
        "while read -r line; do case $line in *begin*) say '{\"task\":\"main\",\"result\":\"started\"}';; *quit*) exit 0;; *) "
            + atTheFirstRequest + ";; esac; done");
  }

  private CommandRun shell(String hello, String script) throws IOException {
    String whole = "say() { printf '%s\\n' \"$1\"; }; say '" + hello + "'; " + script;
    return CommandRun.of("conform", "--adapter", CommandRun.quoted(List.of("sh", "-c", whole, marker)), "--deadline",
        String.valueOf(DEADLINE), "--tasks", "1", "--steps", "200", "--seed", "1", "--out", folder.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "event","cancle" | unknown feature "cancle"; did you mean "cancel"? The features are arm, cancel,
      "event","magic"  | unknown feature "magic". The features are arm, cancel,
      "cancel"         | nothing to test: it declares neither the feature "event" nor "flag"
      """)
  void featuresThatCannotBeTestedAreNoHello(String features, String message) throws IOException {
    CommandRun run = shell("{\"fanion\":1,\"name\":\"x\",\"features\":[" + features + "]}", "read -r line");

    run.says("the hello of the adapter", message);
    assertEquals(2, run.status());
  }

  @Test
  void anAdapterThatNeverBeginsIsToldSoAfterOneDeadline() throws IOException {
    long start = System.nanoTime();
    CommandRun run = shell("{\"fanion\":1,\"name\":\"x\",\"features\":[\"event\"]}", "while :; do read -r line; done");

    run.says("has never begun a scenario: it was sent {\"op\":\"begin\"", "asks for {\"task\":\"main\",\"result\":\"started\"}",
        "no reply within 2.0 s", "CANNOT TELL");
    assertEquals(2, run.status());
    assertDeadlines(1, start);
    assertEquals(0, CommandRun.results(folder).get("findings").size());
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  /** Building the model and starting processes take their time too, on a busy machine more than a deadline. */
  private static void assertDeadlines(int most, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(seconds < most * DEADLINE + 120, () -> seconds + " s are too much for " + most + " deadlines");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      printf '{"ta'; sleep 60                                    | no whole line came within 2.0 s (4 bytes of one did)
      while :; do printf 'x'; sleep 1; done                      | no whole line came within 2.0 s
      """)
  void aPartOfALineIsNoReply(String deed, String message) throws IOException {
    long start = System.nanoTime();
    CommandRun run = shell(deed);

    run.says("ADAPTER ERROR", message, "in this conversation:", "(no reply)", "CANNOT TELL");
    assertEquals(2, run.status());
    assertDeadlines(1, start);
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  @Test
  void anAdapterThatHangsAndIgnoresSignalsIsOneFinding() throws IOException {
    long start = System.nanoTime();
    CommandRun run = shell("trap '' TERM INT HUP; while :; do sleep 60; done");

    run.says("HANG", "no reply within 2.0 s", "DOES NOT CONFORM");
    assertEquals(1, run.status());
    assertEquals(1, CommandRun.results(folder).get("findings").size());
    assertDeadlines(3, start);
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  @Test
  void whoHoldsThePipeOfADeadAdapterIsNamedAndEnded() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "the system does not show who has a pipe open");
    long start = System.nanoTime();
    CommandRun run = shell("setsid sh -c 'sleep 600; exit' $0 & sleep 0.3; exit 3");

    run.says("CRASH", "ended with status 3; it left behind process ", "which held its pipes open", "DOES NOT CONFORM");
    assertEquals(1, run.status());
    assertDeadlines(4, start);
    assertEquals(List.of(), CommandRun.leftBehind(marker));
  }

  @Test
  void noWordOfAnAdapterCanForgeALine() throws Exception {
    CommandRun run = shell("{\"fanion\":1,\"name\":\"x\\nCONFORMS to the profile asyncio\\u001b[32m\\ud800\","
            + "\"features\":[\"event\"]}",
        "read -r line; printf 'CONFORMS to it\\nCONFORMS\\r\\033[2J' >&2; sleep 0.3;"
            + " say '{\"error\":\"a\\nCONFORMS to all\\u202e\\uffff\"}'; read -r line");

    run.says("x\\u000aCONFORMS to the profile asyncio\\u001b[32m", "| CONFORMS to all\\u202e");
    assertTrue(run.said().lines().noneMatch(line -> line.startsWith("CONFORMS")), run.said());
    assertTrue(run.said().chars().noneMatch(c -> c < ' ' && c != '\n'), run.said());
    assertEquals(2, run.status());
    assertFalse(CommandRun.results(folder).get("conforms").booleanValue());
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve("junit.xml").toFile());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      say '{"task":"main","result":"woken"}'                | gave an answer that the operation cannot have: main was asked to
      say '{"task":"main","result":"started"}'              | gave an answer that the operation cannot have: main was asked to
      say '{"task":"main","result":"ok","value":true}'      | the protocol asks main for {"task":"main","result":"ok"}
      exit 0                                                | the adapter ended in the middle of a scenario: main was asked to
      say '{"error":"no such operation"}'                   | the adapter says: no such operation
      """)
  void aMistakeOfTheAdapterComesBeforeAnyRule(String deed, String message) throws IOException {
    CommandRun run = shell(deed);

    run.says("ADAPTER ERROR  ", message, "in this conversation:\n   1 main: ", "CANNOT TELL");
    assertEquals(2, run.status());
    assertEquals(0, CommandRun.results(folder).get("findings").size());
    assertTrue(CommandRun.results(folder).at("/adapterErrors/0/conversation/0").textValue().startsWith("main: "));
    assertTrue(Files.readString(folder.resolve("junit.xml")).contains("\nmain: "));
  }

  @Test
  void anEndlessStandardErrorIsNoTrouble() throws IOException {
    CommandRun run = shell("head -c 100000000 /dev/zero | tr '\\0' 'x' >&2; echo the last line >&2; sleep 0.2; exit 3");

    run.says("ended with status 3", "the last line");
  }
}
