package dev.fanion.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** A manifest that loads is right. A mistake is an error that says where, what, and the cure. */
class ManifestTest {
  /** The tests edit it. Line 1 is the header; each key has a line. */
  private static final String GOOD = """
      [[entry]]
      name = "one"
      group = "all"
      module = "M"
      config = "M.cfg"
      why = "a test"
      expect = "holds"
      distinct = 1_000
      generated = 2
      """;
  private static final String FAILS = """
      [[entry]]
      name = "two"
      group = "all"
      module = "M"
      config = "mutants/N.cfg"
      why = "a test"
      expect = "fails"
      code = 13
      property = "P"
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeSpec() throws IOException {
    Files.createDirectories(folder.resolve("tla/mutants"));
    Files.writeString(folder.resolve("tla/M.tla"), "");
    Files.writeString(folder.resolve("tla/M.cfg"), "INVARIANTS A\nB \\* INVARIANT C\nPROPERTY Q R");
    Files.writeString(folder.resolve("tla/mutants/N.cfg"), "PROPERTY (* Q *) P\nCHECK_DEADLOCK FALSE");
  }

  private Manifest load(String text) throws IOException {
    Files.writeString(folder.resolve("manifest.toml"), text);
    return Manifest.load(folder);
  }

  private Config config(String file) {
    return Config.read(folder.resolve("tla"), file);
  }

  private String error(String text) {
    return assertThrows(ManifestException.class, () -> load(text)).getMessage();
  }

  @Test
  void theProjectsManifestLoadsAndUsesEveryConfig() {
    Path spec = Path.of("").toAbsolutePath();
    List<String> used = Manifest.load(spec).entries().stream().map(entry -> entry.config().file()).distinct().sorted().toList();
    assertEquals(SpecFiles.names(spec.resolve("tla"), ".cfg"), used);
  }

  @Test
  void entriesAreReadAsWritten() throws IOException {
    List<Entry> entries = load(GOOD + GOOD.replace("one", "deep") + "idle = [\"X\"]\nworkers = 2\nheap = \"2g\"\ndeep = true\n"
        + FAILS + "mutates = \"M\"\nwithout = \"Fair\"\n").entries();
    assertEquals(
        new Entry("deep", "all", "M", config("M.cfg"), "a test", new Expectation.Holds(1000, 2, List.of("X")),
            "", "", true, 2, "2g"),
        entries.get(1));
    assertEquals(
        new Entry("two", "all", "M", config("mutants/N.cfg"), "a test", new Expectation.Fails(13, "P"),
            "M", "Fair", false, 0, "1g"),
        entries.get(2));
  }

  @Test
  void foldersBelowTheModulesHaveManifestsOfTheirOwn() throws IOException {
    Files.writeString(folder.resolve("tla/mutants/manifest.toml"), FAILS);
    assertEquals(List.of("one", "two"), load(GOOD).entries().stream().map(Entry::name).toList());
    Files.writeString(folder.resolve("tla/mutants/manifest.toml"), FAILS.replace("two", "one"));
    assertTrue(error(GOOD).contains("mutants/manifest.toml:2: entry 'one': a second entry of this name"), error(GOOD));
  }

  @Test
  void anEmptyManifestLoadsWhereThereIsNoConfig() throws IOException {
    Files.delete(folder.resolve("tla/M.cfg"));
    Files.delete(folder.resolve("tla/mutants/N.cfg"));
    assertEquals(List.of(), load("# nothing yet\n").entries());
  }

  @Test
  void aConfigThatNoEntryRunsIsAnError() {
    assertTrue(error(GOOD).contains("no entry runs mutants/N.cfg, or has it as its base; add an [[entry]]"), error(GOOD));
  }

  @Test
  void anErrorInTheTomlNamesTheLineAndTheCure() {
    String message = error(GOOD + "idle = [\n");
    assertTrue(message.matches("(?s).*manifest\\.toml:1[01]: not TOML: .*; write key = .*"), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      distinct = 1_000 | distnct = 1      | :8: entry 'one': unknown key 'distnct'; an entry that holds has base, config,
      distinct = 1_000 | distinct = "1"   | :8: entry 'one': distinct is "1"; write distinct = a whole number, 1 or more
      distinct = 1_000 | distinct = 0     | :8: entry 'one': distinct is 0; write
      distinct = 1_000 | distinct = 1.5   | :8: entry 'one': distinct is 1.5; write
      generated = 2    |                  | :1: entry 'one': no generated; write generated = a whole number
      generated = 2    | code = 12        | :9: entry 'one': unknown key 'code'; an entry that holds has
      name = "one"     |                  | :1: entry number 1: no name; write name =
      name = "one"     | name = " "       | :2: entry number 1: name is " "; write name =
      why = "a test"   |                  | :1: entry 'one': no why; write why =
      "holds"          | "passes"         | :7: entry 'one': expect is "passes"; write "holds" or "fails"
      module = "M"     | module = "O"     | :4: entry 'one': no module O below
      "M.cfg"          | "O.cfg"          | :5: entry 'one': no config O.cfg in
      "M.cfg"          | "../tla/M.cfg"   | :5: entry 'one': no config ../tla/M.cfg in
      generated = 2    | generated = 2 \\n idle = "X"   | :10: entry 'one': idle is "X"; write a list
      generated = 2    | generated = 2 \\n idle = [""]  | :10: entry 'one': idle is [""]; write a list
      generated = 2    | generated = 2 \\n workers = 0  | :10: entry 'one': workers is 0; write workers =
      generated = 2    | generated = 2 \\n deep = 1     | :10: entry 'one': deep is 1; write deep = true
      generated = 2    | generated = 2 \\n heap = "4"   | :10: entry 'one': heap is "4"; write a size such as
      """)
  void aMistakeInAnEntryThatHoldsSaysWhereWhatAndTheCure(String from, String to, String expected) {
    checkEdit(GOOD, FAILS, from, to, expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      code = 13        | code = 14        | :17: entry 'two': code is 14; only 10 to 13 are verdicts
      code = 13        | code = 9         | :17: entry 'two': code is 9; write code = a whole number, 10 or more
      code = 13        | code = 11        | :18: entry 'two': code 11 with property P; write property = "deadlock"
      code = 13        | code = 12        | :18: entry 'two': mutants/N.cfg lists no INVARIANT P; name one of
      "P"              | "Q"              | :18: entry 'two': mutants/N.cfg lists the properties [P]; TLC does not
      mutants/N.cfg    | M.cfg            | :18: entry 'two': M.cfg lists the properties [Q, R]; TLC does not
      code = 13        | code = 13 \\n mutates = "O" | :18: entry 'two': no module O below
      code = 13        | code = 12 \\n without = "F" | :18: entry 'two': without F, yet code 12; only liveness
      code = 13        | distinct = 13    | :17: entry 'two': unknown key 'distinct'; an entry that fails has base, code,
      name = "two"     | name = "one"     | :11: entry 'one': a second entry of this name; give each
      """)
  void aMistakeInAnEntryThatFailsSaysWhereWhatAndTheCure(String from, String to, String expected) {
    checkEdit(FAILS, GOOD, from, to, expected);
  }

  private void checkEdit(String edited, String other, String from, String to, String expected) {
    String wrong = edited.replace(from, to == null ? "" : to.replace("\\n", "\n"));
    String message = error(edited.equals(GOOD) ? wrong + other : other + wrong);
    assertTrue(message.contains("manifest.toml" + expected), message);
  }

  @Test
  void anInvariantMayStandInAListOfSeveral() throws IOException {
    load(GOOD + FAILS.replace("13", "12").replace("mutants/N.cfg", "M.cfg").replace("\"P\"", "\"B\"")
        + FAILS.replace("two", "three"));
  }

  @Test
  void anythingButEntriesAtTheTopIsAnError() {
    assertTrue(error("entries = 1\n").contains("'entries' at the top; write only [[entry]] tables"));
  }

  @Test
  void twoModulesOfOneNameAreAnError() throws IOException {
    Files.writeString(folder.resolve("tla/mutants/M.tla"), "");
    assertTrue(error(GOOD + FAILS).contains("two modules of one name"), error(GOOD + FAILS));
  }

  @Test
  void aFolderWithoutManifestIsAnError() {
    String message = assertThrows(ManifestException.class, () -> Manifest.load(folder)).getMessage();
    assertTrue(message.contains("is no spec folder: it needs a manifest.toml and a folder tla"), message);
  }

  @Test
  void eachPropertyOfTheProjectAppliesAndCanFail() {
    assertEquals(List.of(), new Vacuity(Path.of(""), Manifest.load(Path.of(""))).problems());
  }

  @Test
  void theProjectsOwnManifestIsRight() {
    List<Entry> entries = Manifest.load(Path.of("")).select(List.of("protocol"));
    assertTrue(entries.stream().allMatch(entry -> entry.expect() instanceof Expectation.Holds), entries.toString());
  }

  @Test
  void aNameOrAGroupSelectsAndAnUnknownOneListsThoseThereAre() throws IOException {
    Manifest manifest = load(GOOD + FAILS);
    assertEquals(2, manifest.select(List.of()).size());
    assertEquals(2, manifest.select(List.of("all")).size());
    assertEquals("two", manifest.select(List.of("two")).get(0).name());
    String message = assertThrows(ManifestException.class, () -> manifest.select(List.of("tow"))).getMessage();
    assertEquals("no entry or group 'tow'; the groups are all; the entries are one, two", message);
  }

  @Test
  void aDeepEntryIsRunOnlyWhereItIsAskedFor() throws IOException {
    Manifest manifest = load(GOOD + "deep = true\n" + FAILS + "mutates = \"M\"\n");
    assertEquals(List.of("two"), names(manifest.select(List.of())));
    assertEquals(List.of("two"), names(manifest.select(List.of("all"))));
    assertEquals(List.of("one"), names(manifest.select(List.of("one"))));
    assertEquals(List.of("one"), names(manifest.deep(List.of())));
    assertEquals(List.of("one"), names(manifest.deep(List.of("all"))));
    assertEquals(List.of(), names(manifest.deep(List.of("two"))));
    assertEquals(List.of("two"), names(manifest.mutants(List.of())));
  }

  private static List<String> names(List<Entry> entries) {
    return entries.stream().map(Entry::name).toList();
  }

  @Test
  void aGroupMayNotBeCalledAsAnEntryIs() {
    String message = error(GOOD.replace("\"all\"", "\"two\"") + FAILS);
    assertTrue(message.contains("'two' is both a group (of entry 'one') and an entry's name; rename one"), message);
  }
}
