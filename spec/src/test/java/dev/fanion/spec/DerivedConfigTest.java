package dev.fanion.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

/** An entry derives from its base the config that it describes. A mistake in the description is an error with place and cure. */
class DerivedConfigTest {
  private static final String MODULE = """
      ---- MODULE M ----
      EXTENDS N
      CONSTANTS Tasks, Limit
      SetTwice == FALSE \\* not Forgotten
      Unfair == FALSE
      ==================
      """;
  private static final String BASE = """
      \\* The base.
      SPECIFICATION Spec
      CONSTANTS
        Tasks = {"a",
                 "b c"}  Limit = 3
        Tried <- Strong
      INVARIANTS A
        B, C
      PROPERTY D
      CHECK_DEADLOCK FALSE
      """;
  /** The tests edit it, and name its lines. */
  private static final String MANIFEST = """
      [module.M]
      group = "g"
      expect = "fails"
      base = "M.cfg"
      constants = { Limit = '4' }

      [[entry]]
      name = "one"
      module = "M"
      replace = { Set = "SetTwice" }
      why = "a test"
      code = 12
      property = "B"
      """;

  @TempDir private Path spec;

  @BeforeEach
  void writeSpec() throws IOException {
    Files.createDirectories(spec.resolve("tla"));
    Files.writeString(spec.resolve("tla/M.tla"), MODULE);
    Files.writeString(spec.resolve("tla/N.tla"), "---- MODULE N ----\nSet == TRUE\nTried == TRUE\n====\n");
    Files.writeString(spec.resolve("tla/M.cfg"), BASE);
  }

  private Entry one(String manifest) throws IOException {
    Files.writeString(spec.resolve("manifest.toml"), manifest);
    return Manifest.load(spec).entry("one");
  }

  private String error(String from, String to) {
    return assertThrows(ManifestException.class, () -> one(MANIFEST.replace(from, to))).getMessage();
  }

  @Test
  void aFailingEntryChecksItsPropertyAloneWithWhatItReplaces() throws IOException {
    Entry entry = one(MANIFEST);
    assertEquals("""
        \\* Entry one, module M: derived from M.cfg.
        SPECIFICATION Spec
        CONSTANT Tasks = {"a", "b c"}
        CONSTANT Tried <- Strong
        CHECK_DEADLOCK FALSE
        CONSTANT Limit = 4
        CONSTANT Set <- SetTwice
        INVARIANT B
        """, entry.config().text());
    assertTrue(entry.config().derived());
    assertEquals("M.cfg", entry.config().file());
    assertEquals(List.of("B"), entry.config().all());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      code = 12        | code = 13                                      | PROPERTY B                 | INVARIANT B
      Set = "SetTwice" | Tried = "SetTwice"                             | CONSTANT Tried <- SetTwice | CONSTANT Tried <- Strong
      Set = "SetTwice" | SPECIFICATION = "Unfair"                       | SPECIFICATION Unfair       | SPECIFICATION Spec
      module = "M"     | module = "M" ; constants = { Tasks = '{"d"}' } | CONSTANT Tasks = {"d"}     | CONSTANT Limit = 4
      module = "M"     | module = "M" ; base = "M.cfg"                  | CONSTANT Limit = 3         | CONSTANT Limit = 4
      code = 12        | code = 12 ; expect = "fails"                   | CONSTANT Limit = 4         | INVARIANT A
      """)
  void aStatementIsInTheConfigAndAnotherIsNot(String from, String to, String there, String notThere) throws IOException {
    List<String> lines = one(MANIFEST.replace(from, to.replace(" ; ", "\n"))).config().text().lines().toList();
    assertTrue(lines.contains(there), lines.toString());
    assertFalse(lines.contains(notThere), lines.toString());
  }

  @Test
  void anEntryThatFailsWithoutAClaimListsNone() throws IOException {
    Entry entry = one(MANIFEST.replace("code = 12", "code = 11").replace("\"B\"", "\"deadlock\""));
    assertEquals(List.of(), entry.config().all());
  }

  @Test
  void anEntryThatHoldsChecksWhatItsBaseListsOrTheOnePropertyThatItNames() throws IOException {
    String holds = MANIFEST.replace("\"fails\"", "\"holds\"").replace("code = 12\n", "distinct = 1\ngenerated = 1\n");
    assertEquals(List.of("B"), one(holds).config().properties());
    assertEquals(List.of(), one(holds).config().invariants());
    Entry all = one(holds.replace("property = \"B\"\n", ""));
    assertEquals(List.of("A", "B", "C"), all.config().invariants());
    assertEquals(List.of("D"), all.config().properties());
  }

  @Test
  void anEntryWithAConfigOfItsOwnTakesNothingOfTheBase() throws IOException {
    Entry entry = one(MANIFEST.replace("replace = { Set = \"SetTwice\" }", "config = \"M.cfg\""));
    assertFalse(entry.config().derived());
    assertEquals(BASE, entry.config().text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "M.cfg"            | "O.cfg"             | :4: entry 'one': no config O.cfg in
      module = "M"       | module = "M" ; base = "O.cfg" | :10: entry 'one': no config O.cfg in
      base = "M.cfg"     |                     | :10: entry 'one': replace without a base, or beside a config; write config =
      base = "M.cfg"     | config = "M.cfg"    | :10: entry 'one': replace without a base, or beside a config; write config =
      Set =              | Sett =              | :10: entry 'one': no Sett in M or in a module that it extends; write what
      = "SetTwice"       | = "SetThrice"       | :10: entry 'one': no SetThrice in M or in a module that it extends; define
      = "SetTwice"       | = "Forgotten"       | :10: entry 'one': no Forgotten in M
      = "SetTwice"       | = 2.5               | :10: entry 'one': replace is {"Set":2.5}; write replace = { Operator =
      { Set = "SetTwice" } | "SetTwice"        | :10: entry 'one': replace is "SetTwice"; write replace = { Operator =
      { Set = "SetTwice" } | {}                | :10: entry 'one': replace is {}; write replace = { Operator =
      Set =              | INIT =              | :10: entry 'one': M.cfg has no INIT; replace what the base has
      Limit = '4'        | Limits = '4'        | :5: entry 'one': M.cfg has no constant Limits; name one of Tasks, Limit, Tried
      Limit = '4'        | Limit = ' '         | :5: entry 'one': constants is {"Limit":" "}; write constants = { Constant =
      code = 12          | code = 10.5         | :12: entry 'one': code is 10.5; write
      [[entry]]          | [module.N] ; heap = "2g" ; [[entry]] | :7: no entry of this file has the module N; correct the name
      group = "g"        | groop = "g"         | :2: entry 'one': unknown key 'groop'; an entry that fails has base, code,
      expect = "fails"   | expect = "holds"    | :12: entry 'one': unknown key 'code'; an entry that holds has base, config,
      """)
  void aMistakeSaysWhereWhatAndTheCure(String from, String to, String expected) {
    String message = error(from, to == null ? "" : to.replace(" ; ", "\n"));
    assertTrue(message.contains("manifest.toml" + expected), message);
  }

  @Test
  void aConfigThatIsOnlyABaseIsUsed() throws IOException {
    Files.writeString(spec.resolve("tla/Spare.cfg"), "");
    String message = error("one", "one");
    assertTrue(message.contains("no entry runs Spare.cfg, or has it as its base; add an [[entry]]"), message);
  }
}
