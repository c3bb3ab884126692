package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** The conversation of a finding is held again, and a run is recorded and judged, by command. */
class ReplayTest {
  @TempDir private Path folder;

  private String adapter(String bug, String features) throws IOException {
    List<String> words = new ArrayList<>(CommandRun.java(folder, "replay", PlantedAdapter.class));
    words.addAll(List.of("--bug", bug, "--features", features));
    return CommandRun.quoted(words);
  }

  private CommandRun conform(String bug, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("conform", "--adapter", adapter(bug, "event"), "--tasks", "1", "--steps", "500",
        "--seed", "1", "--fail-fast", "--out", folder.toString()));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray(String[]::new));
  }

  private String report() {
    return folder.resolve("results.json").toString();
  }

  @Test
  void aFindingIsHeldAgainAgainstTheRuntimeAndAgainstOneThatIsMended() throws IOException {
    CommandRun run = conform("forgets-state");
    run.says("./fanion replay " + report() + "#N --adapter CMD");
    CommandRun again = CommandRun.of("replay", report() + "#1", "--adapter", adapter("forgets-state", "event"), "--times", "3");
    CommandRun mended = CommandRun.of("replay", report(), "--adapter", adapter("none", "event"), "--verbose");

    again.says("finding 1, broken: EVT-", "by the profile asyncio", "BROKEN: EVT-", "it went wrong in 3 of 3",
        "not every reply is explained");
    assertEquals(1, again.status());
    mended.says("(then ", "state: as in the beginning", "allowed, in time: main ok", "the spec explains every reply");
    assertEquals(0, mended.status());
  }

  @Test
  void anAdapterThatCannotHoldTheConversationSaysNothing() throws IOException {
    Files.writeString(Path.of(report()),
        "{\"findings\":[{\"tasks\":[\"main\"],\"events\":[\"e1\"],\"flags\":[],\"conversation\":[]}]}");
    CommandRun run = CommandRun.of("replay", report(), "--adapter", adapter("none", "flag"));

    run.says("the adapter does not declare all the features that this conversation needs");
    assertEquals(2, run.status());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      #0     | there is no finding 0;
      #99    | there is no finding 99;
      .old   | results.json.old is not there; give the results.json of a run
      .old#1 | results.json.old is not there
      """)
  void whatIsNotThereIsNamed(String behind, String message) throws IOException {
    Files.writeString(Path.of(report()), "{\"findings\":[]}");
    CommandRun run = CommandRun.of("replay", report() + behind, "--adapter", "sh");

    run.says(message);
    assertEquals(2, run.status());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ]                                                                      | is not JSON; give the results.json of a run
      {}                                                                     | has no findings; give the results.json of a run
      {"findings":[{"tasks":[]}]}                                            | finding 1: "events" is not a list of names
      {"findings":[{"tasks":[],"events":[],"flags":[],"conversation":[{}]}]} | finding 1: not
      """)
  void aFileThatIsNoReportIsRefused(String text, String message) throws IOException {
    Files.writeString(Path.of(report()), text);
    CommandRun run = CommandRun.of("replay", report(), "--adapter", "sh");

    run.says(message);
    assertEquals(2, run.status());
  }

  @Test
  void aRunIsRecordedAndJudged() throws IOException {
    Path trace = folder.resolve("run.jsonl");
    CommandRun run = conform("none", "--trace", trace.toString());
    assertEquals(0, run.status(), run.said());
    CommandRun judged = CommandRun.of("judge", trace.toString());

    judged.says("the spec explains all by the profile asyncio");
    assertEquals(0, judged.status());
    assertTrue(Files.readAllLines(trace).size() > 500, "the run is short");
  }

  @Test
  void aTraceThatCannotBeWrittenIsNamed() throws IOException {
    CommandRun run = conform("none", "--trace", folder.resolve("no/such/folder").toString());

    run.says("the trace cannot be written to ", "choose another --trace");
    assertEquals(2, run.status());
  }
}
