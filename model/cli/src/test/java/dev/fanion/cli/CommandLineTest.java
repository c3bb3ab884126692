package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.PlantedAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      conform --adapter sh --profile tornado                 | no profile tornado: neither a file nor one of asyncio, gevent,
      conform --adapter sh --profile asyncio,WakeOrder=lifo  | WakeOrder has no side lifo
      conform --adapter sh --tasks 0                         | --tasks 0: give 1 to 7
      conform --adapter sh --tasks 8                         | --tasks 8: give 1 to 7
      conform --adapter sh --tasks two                       | --tasks
      conform --adapter sh --steps -1                        | --steps -1
      conform --adapter sh --deadline 0                      | --deadline 0.0: give seconds
      conform --adapter sh --deadline -1                     | --deadline -1.0: give seconds
      conform --adapter sh --deadline NaN                    | --deadline NaN: give seconds
      conform --adapter sh --deadline soon                   | --deadline
      conform --adapter sh --only EVT2                       | no rule EVT2; did you mean EVT-2?
      conform --adapter sh --skip FLG-2,NO-*                 | no rule NO-*; ./fanion rules lists them
      conform --adapter sh --expected no-such-file           | --expected no-such-file: there is no such file
      conform --adapter sh --requirements 2027.1             | there are 2026.1
      conform --adapter sh --requirements latest             | no requirements latest; there are 2026.1
      conform                                                | --adapter
      conform --adapter                                      | --adapter
      conform --adapter 'python3                             | is not closed
      conform --adapter sh --no-such-option                  | --no-such-option
      smoke                                                  | --adapter
      smoke --adapter sh --deadline 0                        | --deadline 0.0: give seconds
      replay x --adapter sh --times 0                        | --times 0: give 1 to
      replay --adapter sh                                    | FILE
      judge                                                  | FILE
      judge no-such-file                                     | no-such-file is not there
      judge no-such-file --requirements 1                    | no requirements 1
      rules --freeze next                                    | --freeze next: give the year and a number in it
      vectors                                                | --out
      vectors --out x --profile tornado                      | no profile tornado: neither a file nor one of asyncio, gevent,
      vectors --out x --features event,cancle                | --features: there is no feature cancle; did you mean cancel?
      vectors --out x --features cancel                      | --features names neither event nor flag
      check --tasks 0                                        | --tasks 0: give 1 to 7
      spec no-such-entry                                     | no entry or group 'no-such-entry'; the groups are
      spec --config mutants                                    | 'mutants' is a group; name one entry
      demo                                                   | PROGRAM
      demo chess                                             | chess
      demo interrupt --wait -1                               | --wait -1: give seconds
      demo basic --wait 1                                    | --wait 1: give seconds, 0 or more, to the program interrupt
      fly                                                    | fly
      """)
  void aMistakeInTheCommandLineIsNamed(String line, String message) {
    CommandRun run = CommandRun.of(line.split(" +"));
    run.says(message);
    assertEquals(2, run.status());
    assertFalse(run.said().contains("\tat "), run.said());
  }

  @Test
  void withoutACommandItSaysThatThereMustBeOne() {
    CommandRun run = CommandRun.of();
    run.says("say what to do", "check", "conform");
    assertEquals(2, run.status());
  }

  @Test
  void anAdapterCommandOfNoWordsIsRefused() {
    CommandRun run = CommandRun.of("conform", "--adapter", "  ");
    run.says("--adapter names no command");
    assertEquals(2, run.status());
  }

  @Test
  void anAdapterThatDoesNotStartIsNamed() {
    CommandRun run = CommandRun.of("conform", "--adapter", "./no-such-adapter", "--out", folder.toString());
    run.says("no-such-adapter");
    assertEquals(2, run.status());
  }

  @Test
  void anAdapterThatEndsAtOnceIsNamed() {
    CommandRun run = CommandRun.of("conform", "--adapter", "sh -c 'echo no Python here >&2; exit 9'", "--out", folder.toString());
    run.says("did not say hello", "ended with status 9", "no Python here");
    assertEquals(2, run.status());
  }

  @Test
  void aFileInTheWayOfTheReportsIsNamedInWords() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    String hello = "printf '%s\\n' '{\"fanion\":1,\"name\":\"x\",\"features\":[\"event\"]}'; read -r line";
    for (Path out : List.of(file, file.resolve("below"))) {
      CommandRun run = CommandRun.of(
          "conform", "--adapter", CommandRun.quoted(List.of("sh", "-c", hello)), "--out", out.toString());
      run.says("the reports cannot be written to " + out + ": ", "choose another --out");
      assertFalse(run.said().contains("Exception"), run.said());
      assertEquals(2, run.status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "check", "smoke", "conform", "fingerprint", "replay", "judge", "rules", "adapter", "spec", "trace",
      "demo"})
  void everyCommandExplainsItself(String command) {
    List<String> line = new ArrayList<>(command.isEmpty() ? List.of() : List.of(command));
    line.add("--help");
    CommandRun run = CommandRun.of(line.toArray(String[]::new));
    run.says("Usage: fanion" + (command.isEmpty() ? "" : " " + command));
    assertEquals(0, run.status());
  }

  @Test
  void aRuleIsPrintedWithWhatItDemandsUnderOtherSides() {
    CommandRun run = CommandRun.of("rules", "evt-2");
    run.says("EVT-2", "in order", "under WakeOrder=group", "tested with event");
    assertEquals(0, run.status());
  }

  @Test
  void theRequirementsOfTodayArePrintedToBeFrozen() {
    CommandRun run = CommandRun.of("rules", "--freeze", "2099.1");
    run.says("number = \"2099.1\"", "id = \"EVT-2\"", "  \"wakes two\",");
    assertEquals(0, run.status());
  }

  @Test
  void anUnknownRuleIsRefused() {
    CommandRun run = CommandRun.of("rules", "ABC-1");
    run.says("no rule ABC-1; there are EVT-…");
    assertEquals(2, run.status());
  }

  @Test
  void theConfigOfAnEntryIsPrinted() {
    CommandRun run = CommandRun.of("spec", "--config", "SetOnlyOnAChange");
    run.says("CONSTANT Set <- SetOnlyOnAChange", "INVARIANT NoLostWakeup");
    assertEquals(0, run.status());
  }

  @Test
  void aProfileOfTasksInAnyOrderAcceptsThem() throws IOException {
    CommandRun run = anyOrder("asyncio,WakeOrder=any");
    run.says("CONFORMS to the profile asyncio,WakeOrder=any");
    assertEquals(0, run.status());
  }

  @Test
  void anotherSideIsToldWithTheOptionThatAcceptsIt() throws IOException {
    CommandRun run = anyOrder("asyncio");
    run.says("OTHER SIDE", "accepted by --profile asyncio,WakeOrder=batch");
    assertEquals(1, run.status());
  }

  private CommandRun anyOrder(String profile) throws IOException {
    List<String> adapter = new ArrayList<>(CommandRun.java(folder, "any-order", PlantedAdapter.class));
    adapter.addAll(List.of("--profile", "any-order", "--features", "event,cancel"));
    CommandRun run = CommandRun.of("conform", "--adapter", CommandRun.quoted(adapter), "--profile", profile, "--tasks", "1",
        "--steps", "2000", "--seed", "1", "--out", folder.toString());
    assertTrue(run.said().contains("planted NONE"), run.said());
    return run;
  }
}
