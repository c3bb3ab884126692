package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that was recorded is judged as the run itself was. */
class RecordedRunTest {
  private static final String HELLO = "{\"fanion\":1,\"name\":\"x\",\"features\":[\"event\",\"cancel\",\"timeout\"]}\n";
  private static final String BEGIN = "{\"sent\":0,\"request\":{\"op\":\"begin\",\"events\":[\"e1\"],\"flags\":[],"
      + "\"tasks\":[\"main\",\"t1\"]},\"told\":1,\"reply\":{\"task\":\"main\",\"result\":\"started\"}}\n";

  /** The lines of a run without a mistake. */
  private static List<String> right;

  @TempDir private Path folder;
  private Requirements requirements = Requirements.ALL;

  /** What the verdict was, and what was printed. */
  private record Verdict(int status, String said) {}

  private Verdict judged(Profile profile) throws IOException {
    StringWriter said = new StringWriter();
    int status = new RecordedRun(file(), profile, requirements, new PrintWriter(said)).judge();
    return new Verdict(status, said.toString());
  }

  private Verdict judged(String lines) throws IOException {
    Files.writeString(file(), HELLO + BEGIN + lines);
    return judged(Profile.asyncio());
  }

  private Path file() {
    return folder.resolve("run.jsonl");
  }

  /** A run of the suite, up to the first finding, that is recorded. */
  private static Results recorded(Bug bug, Path file) throws IOException {
    ModelCache models = ModelCache.take();
    try (TracingAdapter adapter = new TracingAdapter(
        new InJvmPlantedAdapter(bug, Sides.parse("WRAPPED"), PlantedLoop.Notice.TURN), file)) {
      Profile wrapped = Profile.parse("asyncio,LimitedWait=wrapped");
      return new Suite(adapter, new Plan(wrapped, 1, 500, 1, true), models, Progress.none()).run();
    } finally {
      models.leave();
    }
  }

  @BeforeAll
  static void record(@TempDir Path shared) throws IOException {
    Path file = shared.resolve("right.jsonl");
    assertEquals(List.of(), recorded(Bug.NONE, file).findings());
    right = Files.readAllLines(file);
  }

  @Test
  void theSpecExplainsEveryScenarioOfARightRuntime() throws IOException {
    Files.write(file(), right);
    Verdict verdict = judged(Profile.parse("asyncio,LimitedWait=wrapped"));

    assertEquals(0, verdict.status(), verdict::said);
    assertEquals("0 of them without a last reply", verdict.said().split(", |: ")[1]);
  }

  @Test
  void aMistakeOfTheRuntimeIsFoundInTheRecord() throws IOException {
    recorded(Bug.RESUMES_IN_NEXT_RUN, file());
    Verdict verdict = judged(Profile.parse("asyncio,LimitedWait=wrapped"));

    assertEquals(1, verdict.status());
    assertTrue(verdict.said().contains("its scenario begins in line"), verdict::said);
  }

  /** Another reply in a conversation in which each reply is certain. */
  @Test
  void eachReplyThatIsChangedIsRefusedAtItsLine() throws IOException {
    List<List<String>> certain = certain(right);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      List<String> lines = new ArrayList<>(certain.get(random.nextInt(certain.size())));
      int line = 1 + random.nextInt(lines.size() - 1);
      lines.set(line, otherwise(lines.get(line)));
      Files.write(file(), lines);
      Verdict verdict = judged(Profile.asyncio());

      assertEquals(1, verdict.status(), lines.get(line));
      assertTrue(verdict.said().startsWith("line " + (line + 1) + " "), () -> lines.get(line) + "\n" + verdict.said());
    }
  }

  /** Scenarios of events alone, in which nothing takes time and nobody is told of a deadlock; each behind the hello. */
  private static List<List<String>> certain(List<String> lines) {
    List<List<String>> all = new ArrayList<>();
    List<String> scenario = new ArrayList<>();
    for (String line : Stream.concat(lines.stream().skip(1), Stream.of("\"begin\"")).toList()) {
      if (line.contains("\"begin\"")) {
        if (scenario.stream().noneMatch(each -> each.matches(".*(\"flag\"|_ms\"|\"ms\"|deadlock|interrupt).*"))
            && scenario.stream().allMatch(each -> each.contains("reply")) && scenario.size() > 1) {
          scenario.add(0, lines.get(0));
          all.add(scenario);
        }
        scenario = new ArrayList<>();
      }
      scenario.add(line);
    }
    return all;
  }

  /** The line with a reply that another task gives, or with the other value. */
  private static String otherwise(String line) {
    if (line.contains("\"value\"")) {
      return line.contains("true}") ? line.replace("true}", "false}") : line.replace("false}", "true}");
    } else if (line.contains("\"ended\"")) {
      return line.replace("\"ended\":true", "\"task\":\"t1\",\"result\":\"started\"");
    }
    String other = line.contains("\"reply\":{\"task\":\"main\"") ? "t1" : "main";
    return line.replaceFirst("(\"reply\":\\{\"task\":\")\\w+(\",\"result\":\")\\w+", "$1" + other + "$2started");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"op":"sleep","ms":5} | 7.0 | 0 | explains all
      {"op":"sleep","ms":5} | 900 | 0 | explains all
      {"op":"sleep","ms":5} | 4.0 | 1 | too early: after 2.00 of 5 ms
      {"op":"yield"}        | 900 | 0 | in 1 a reply came late, as on a slow machine
      """)
  void timeIsJudgedByTheRecordedTimes(String request, double told, int status, String words) throws IOException {
    Verdict verdict = judged("{\"sent\":2.0,\"request\":" + request + ",\"told\":" + told
        + ",\"reply\":{\"task\":\"main\",\"result\":\"ok\"}}\n");

    assertTrue(verdict.said().contains(words), verdict::said);
    assertEquals(status, verdict.status());
  }

  @Test
  void whatANewRuleForbidsIsToldAndDoesNotDecide() throws IOException {
    String early = "{\"sent\":2.0,\"request\":{\"op\":\"sleep\",\"ms\":5},\"told\":4.0,"
        + "\"reply\":{\"task\":\"main\",\"result\":\"ok\"}}\n";
    requirements = Older.withoutRule("LOP-2");
    Verdict added = judged(early);
    requirements = Older.withoutRule("EVT-2");

    assertEquals(0, added.status(), added::said);
    assertTrue(added.said().contains("     new: LOP-2 is not in requirements 2025.9\n")
        && added.said().contains("\n1 of these is new by requirements 2025.9"), added::said);
    assertEquals(1, judged(early).status());
  }

  /** The second scenario is begun when the first one's clock says 5000 ms. */
  @Test
  void aClockOfItsOwnMayBeginAnewInEachScenario() throws IOException {
    String begun = BEGIN.replace("\"sent\":0", "\"sent\":5000").replace("\"told\":1", "\"told\":0");
    String sleep = "{\"sent\":SENT,\"request\":{\"op\":\"sleep\",\"ms\":5},\"told\":TOLD,"
        + "\"reply\":{\"task\":\"main\",\"result\":\"ok\"}}\n";
    Files.writeString(file(), HELLO.replace("\"event\"", "\"clock\",\"event\"") + BEGIN
        + sleep.replace("SENT", "4995").replace("TOLD", "5000") + begun + sleep.replace("SENT", "0").replace("TOLD", "5"));
    Verdict verdict = judged(Profile.asyncio());

    assertEquals(0, verdict.status(), verdict::said);
  }

  @Test
  void aScenarioWithoutALastReplyIsJudgedUpToThere() throws IOException {
    Verdict verdict = judged("{\"request\":{\"op\":\"yield\"}}\n");

    assertTrue(verdict.said().startsWith("1 scenario, 1 of them without a last reply: the spec explains all"), verdict::said);
    assertEquals(0, verdict.status());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      not JSON                                                                      | line 3: not JSON
      {"reply":{"ended":true}}                                                      | line 3: it has no object "request"
      {"request":{"op":"yield"},"sent":"soon"}                                      | line 3: its "sent" is no time in milli
      {"request":{"op":"sleep","ms":5}}                                             | line 3: it asks for a time, so that each
      {"request":{"op":"fly"},"reply":{"task":"main","result":"ok"}}                | line 3: unknown op "fly"
      {"request":{"op":"set","event":"e7"},"reply":{"task":"main","result":"ok"}}   | line 3: unknown event "e7"
      {"request":{"op":"cancel","task":"t1"},"reply":{"task":"main","result":"ok"}} | line 3: the protocol does not let main be
      {"request":{"op":"yield"},"reply":{"task":"t9","result":"ok"}}                | line 3: unknown task "t9"
      """)
  void aLineThatIsNotAsItMustBeIsNamed(String line, String message) {
    IOException refused = assertThrows(IOException.class, () -> judged(line + "\n"));

    assertTrue(refused.getMessage().contains(message), refused::getMessage);
  }

  @Test
  void aFileMustBeThereAndBeginWithAHello() throws IOException {
    assertEquals(file() + " is not there", assertThrows(IOException.class, () -> judged(Profile.asyncio())).getMessage());
    Files.writeString(file(), "");
    String empty = assertThrows(IOException.class, () -> judged(Profile.asyncio())).getMessage();
    assertTrue(empty.contains("line 1: the file is empty"), empty);
    Files.writeString(file(), BEGIN);
    String hello = assertThrows(IOException.class, () -> judged(Profile.asyncio())).getMessage();
    assertTrue(hello.contains("line 1: not a hello"), hello);
    Files.writeString(file(), HELLO + BEGIN.replace("begin", "yield"));
    String begin = assertThrows(IOException.class, () -> judged(Profile.asyncio())).getMessage();
    assertTrue(begin.contains("line 2: the first request is not \"begin\""), begin);
  }
}
