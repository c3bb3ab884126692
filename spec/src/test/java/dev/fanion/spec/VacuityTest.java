package dev.fanion.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A manifest with a gap is found: each of these small specs has one gap. */
class VacuityTest {
  private static final String MODULE = """
      ---- MODULE M ----
      Next == Step \\/ IfApplies \\/ SoonApplies
      IfApplies == TRUE
      SoonApplies == TRUE
      If == x => y
      Soon ==
        a ~> b
      Plain == x = <<>>
      Mistaken == TRUE
      ==================
      """;
  private static final String MANIFEST = """
      [[entry]]
      name = "all"
      group = "g"
      module = "M"
      config = "M.cfg"
      why = "a test"
      expect = "holds"
      distinct = 1
      generated = 1

      [[entry]]
      name = "if"
      group = "g"
      module = "M"
      config = "M.cfg"
      why = "a test"
      expect = "fails"
      code = 12
      property = "If"

      [[entry]]
      name = "plain"
      group = "g"
      module = "M"
      config = "M.cfg"
      why = "a test"
      expect = "fails"
      code = 12
      property = "Plain"

      [[entry]]
      name = "soon"
      group = "g"
      module = "M"
      config = "M.cfg"
      why = "a test"
      expect = "fails"
      code = 13
      property = "Soon"
      without = "Fair"
      """;

  @TempDir private Path spec;

  @BeforeEach
  void writeSpec() throws IOException {
    Files.createDirectories(spec.resolve("tla"));
    Files.writeString(spec.resolve("tla/M.cfg"), "INVARIANTS If Plain\nPROPERTY Soon\n");
  }

  private List<String> problems(String module, String manifest) throws IOException {
    Files.writeString(spec.resolve("tla/M.tla"), module);
    Files.writeString(spec.resolve("manifest.toml"), manifest);
    return new Vacuity(spec, Manifest.load(spec)).problems();
  }

  @Test
  void nothingIsMissingWhereEachPropertyAppliesAndCanFail() throws IOException {
    assertEquals(List.of(), problems(MODULE, MANIFEST));
  }

  @Test
  void aCommentMayNameTheEntriesThatReachAProperty() throws IOException {
    String module = MODULE.replace("IfApplies \\/ ", "");
    assertEquals(1, problems(module, MANIFEST).size());
    assertEquals(List.of(), problems(module.replace("If ==", "\\* Reached by soon, all: always.\nIf =="), MANIFEST));
    assertEquals(1, problems(module.replace("If ==", "\\* Reached by soon, none.\nIf =="), MANIFEST).size());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      \\/ IfApplies    |                          | M!If: nothing shows that its antecedent is ever true
      SoonApplies ==   | Soonish ==               | M!Soon: nothing shows that its antecedent is ever true
      If == x          | Iff == x                 | If: M.cfg lists it, but no module near M defines it
      x = <<>>         | x = <>y                  | M!Plain: nothing shows that it needs fairness
      without = "Fair" |                          | M!Soon: nothing shows that it needs fairness
      generated = 1    | generated = 1 ; idle = ["Step"] | M!Step: no entry ever takes it
      property = "If"  | property = "Plain"       | M!If: no entry fails on it; add a variant with one mistake
      """)
  void aGapIsFound(String from, String to, String expected) throws IOException {
    String with = to == null ? "" : to.replace(" ; ", "\n");
    List<String> problems = problems(MODULE.replace(from, with), MANIFEST.replace(from, with));
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith(expected), problems.toString());
  }
}
