package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.PlantedAdapter;
import java.io.IOException;
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

/** What a smoke test says of shell scripts that are no proper adapters: the conversation, what was owed, and the cure. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SmokeCommandTest {
  @TempDir private Path folder;
  private final String marker = UUID.randomUUID().toString();

  /** A shell that says hello with these features, and begins each scenario; the rest is said. */
  private CommandRun smoke(String features, String begins, String atTheFirstRequest) {
    String script = "say() { printf '%s\\n' \"$1\"; }; say '{\"fanion\":1,\"name\":\"sh\",\"version\":\"1\",\"features\":["
        + features + "]}'; while read -r line; do case $line in *begin*) " + begins + ";; *quit*) exit 0;; *) "
        + atTheFirstRequest + ";; esac; done";
    CommandRun run =
        CommandRun.of("smoke", "--deadline", "1", "--adapter", CommandRun.quoted(List.of("sh", "-c", script, marker)));
    assertEquals(List.of(), CommandRun.leftBehind(marker));
    return run;
  }

  private CommandRun smoke(String atTheFirstRequest) {
    return smoke("\"event\"", "say '{\"task\":\"main\",\"result\":\"started\"}'", atTheFirstRequest);
  }

  /** The first request is to spawn a task. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2 | ADAPTER ERROR: spawn | (4 bytes of one did)  | ended by LF and flushed   | printf '{"ta'; sleep 60
      2 | ADAPTER ERROR: spawn | not JSON: debug       | words for debugging go to | say 'debug'
      2 | ADAPTER ERROR: spawn | asks main for {"task" | and "started" only once   | say '{"task":"main","result":"started"}'
      2 | ADAPTER ERROR: spawn | the adapter says: no  | do not declare its        | say '{"error":"no spawn"}'
      1 | WRONG: spawn         | which never suspends  | Read the next request ins | say '{"task":"t1","result":"started"}'
      1 | CRASH: spawn         | ended with status 3   | Catch what an operation   | exit 3
      """)
  void aMistakeIsToldWithWhatWasOwedAndTheCure(int status, String what, String owed, String cure, String deed) {
    CommandRun run = smoke(deed);

    run.says(what.strip() + ", in the conversation \"tasks begin, yield and end\"\n     main started\n   1 main: spawn t1 ",
        owed, cure, "spawn              WRONG");
    assertEquals(status, run.status(), run.said());
  }

  @Test
  void twoAnswersToOneRequestAreOneTooMany() {
    CommandRun run = smoke("printf '{\"task\":\"main\",\"result\":\"ok\"}\\n{\"task\":\"t1\",\"result\":\"started\"}\\n'");

    run.says("1. ADAPTER ERROR: spawn, in", "it spoke out of turn, before it was sent the next request", ": {\"task\":\"t1\"",
        "give the loop no turn to read it", "Each request gets one line");
    assertEquals(2, run.status(), run.said());
  }

  @Test
  void anUnknownFeatureIsToldBeforeAnythingIsAsked() {
    CommandRun run = smoke("\"event\",\"cancle\"", ":", ":");

    run.says("unknown feature \"cancle\"; did you mean \"cancel\"?");
    assertEquals(2, run.status());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2 | has never begun a scenario | :
      2 | On begin, make a new loop  | say 'what?'
      1 | On begin, make a new loop  | say '{"task":"t1","result":"started"}'
      1 | On begin, make a new loop  | say '{"ended":true}'
      """)
  void aScenarioThatDoesNotBeginIsTold(int status, String message, String begins) {
    CommandRun run = smoke("\"event\"", begins, ":");

    run.says("begin, in the conversation", "begin -> (not main started)", message);
    assertEquals(status, run.status(), run.said());
  }

  /** Two silences are enough: each costs a deadline. */
  @Test
  void whatGoesOnBehindTwoSilencesIsNotAsked() {
    CommandRun run = smoke("sleep 60");

    run.says("1. HANG: spawn", "no reply within 1.0 s", "Answer from inside the task", "2. HANG: is_set",
        "2 mistakes in 2 conversations");
    assertEquals(1, run.status(), run.said());
  }

  @Test
  void aTaskThatSpeaksBehindTheEndIsTold() {
    CommandRun run = smoke("\"event\"", "say '{\"task\":\"main\",\"result\":\"started\"}'",
        "case $line in *is_set*) say '{\"task\":\"main\",\"result\":\"ok\",\"value\":false}';;"
            + " *exit*|*end*) say '{\"task\":\"main\",\"result\":\"cancelled\"}';;"
            + " *) say '{\"task\":\"main\",\"result\":\"ok\"}';; esac");

    run.says("WRONG: end, in the conversation", "the protocol asks main for {\"ended\":true}", "send the line that ends the");
    assertEquals(1, run.status(), run.said());
  }

  @Test
  void aProperAdapterIsFineAndItsConversationsAreShownIfAskedFor() throws IOException {
    List<String> planted = new ArrayList<>(CommandRun.java(folder, marker, PlantedAdapter.class));
    planted.addAll(List.of("--features", "event,cancel"));
    CommandRun run = CommandRun.of("smoke", "--verbose", "--deadline", "60", "--adapter", CommandRun.quoted(planted));

    run.says("\"an event\"\n     main started\n   1 main: is_set e1 ", "FINE: ", "quit               fine    status 0");
    assertEquals(0, run.status(), run.said());
  }

  @Test
  void noWordOfAnAdapterCanForgeALine() {
    CommandRun run = smoke("say '{\"error\":\"a\\nFINE: all\\u001b[2J\"}'");

    assertTrue(run.said().lines().noneMatch(line -> line.startsWith("FINE")), run.said());
    assertTrue(run.said().chars().noneMatch(c -> c < ' ' && c != '\n'), run.said());
  }
}
