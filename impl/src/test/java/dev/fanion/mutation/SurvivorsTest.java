package dev.fanion.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of surviving mutants itself, on small reports and lists. */
class SurvivorsTest {
  private static final String LIST = """
      [[survivor]]
      class = "Timer"
      method = "isBefore"
      mutator = "ConditionalsBoundary"
      change = "changed conditional boundary"
      count = 2
      why = "no two are equal"
      """;

  private static String mutation(String type, boolean detected) {
    return mutation(type, detected, detected ? "KILLED" : "SURVIVED");
  }

  private static String mutation(String type, boolean detected, String status) {
    return "<mutation detected='" + detected + "' status='" + status + "'><sourceFile>Timer.java</sourceFile>"
        + "<mutatedClass>dev.fanion." + type + "</mutatedClass><mutatedMethod>isBefore</mutatedMethod>"
        + "<lineNumber>21</lineNumber><mutator>org.pitest.gregor.ConditionalsBoundaryMutator</mutator>"
        + "<indexes><index>1</index></indexes><description>changed conditional boundary</description></mutation>";
  }

  private static MutationReport report(String... mutations) throws Exception {
    return MutationReport.read(new StringReader("<mutations>" + String.join("\n", mutations) + "</mutations>"));
  }

  private static List<String> disagreements(String... mutations) throws Exception {
    return Survivors.read(LIST).disagreements(report(mutations));
  }

  @Test
  void whatIsExplainedAndSurvivesIsInOrder() throws Exception {
    assertEquals(List.of(), disagreements(mutation("Timer", false), mutation("Other", true), mutation("Timer", false)));
  }

  @Test
  void anUnexplainedSurvivorIsFound() throws Exception {
    assertEquals(List.of("1 survived, 0 explained: Other.isBefore: ConditionalsBoundary, changed conditional boundary. Add a "
        + "test that fails, or explain it."),
        disagreements(mutation("Timer", false), mutation("Other", false), mutation("Timer", false)));
  }

  @Test
  void oneMoreThanWasExplainedIsFound() throws Exception {
    assertTrue(disagreements(mutation("Timer", false), mutation("Timer", false), mutation("Timer", false)).get(0)
        .startsWith("3 survived, 2 explained: Timer"));
  }

  @Test
  void anExplainedMutantThatNoLongerSurvivesIsFound() throws Exception {
    assertEquals(List.of("1 survived, 2 explained: Timer.isBefore: ConditionalsBoundary, changed conditional boundary. "
        + "Correct the list."), disagreements(mutation("Timer", false), mutation("Timer", true)));
  }

  @Test
  void anExplainedMutantThatTimedOutMayHaveSurvivedOnAFasterMachine() throws Exception {
    assertEquals(List.of(), disagreements(mutation("Timer", false), mutation("Timer", true, "TIMED_OUT")));
    assertEquals(List.of(),
        disagreements(mutation("Timer", false), mutation("Timer", false), mutation("Other", true, "TIMED_OUT")));
  }

  @Test
  void anEmptyReportIsNoReport() {
    assertThrows(IllegalArgumentException.class, SurvivorsTest::report);
  }

  @Test
  void anEntryNeedsAReasonAndIsThereOnce() {
    assertTrue(assertThrows(IllegalArgumentException.class, () -> Survivors.read(LIST.replace("no two are equal", " ")))
        .getMessage().startsWith("an entry has no why"));
    assertTrue(assertThrows(IllegalArgumentException.class, () -> Survivors.read(LIST + LIST)).getMessage()
        .startsWith("explained twice"));
  }

  @Test
  void theListCanBeRead() throws Exception {
    assertTrue(Survivors.read(Files.readString(Path.of("src/test/mutation/survivors.toml"))).explained().size() > 1);
  }
}
