package dev.fanion.spec.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.Manifest;
import dev.fanion.spec.ManifestException;
import dev.fanion.spec.run.SpecRunner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated parts of the documentation, in a small clone. */
class PagesTest {
  private static final String MODULE = """
      ---- MODULE Door ----
      EXTENDS Naturals
      VARIABLES door, people
      vars == <<door, people>>
      Init == door = "shut" /\\ people = [in |-> 0, out |-> 2]
      \\* Somebody opens the door,
      \\* from whichever side.
      Open == door = "shut" /\\ door' = "open" /\\ UNCHANGED people
      \\* One comes in | stays.
      Enter ==
        /\\ door = "open"
        /\\ people.out > 0
        /\\ people' = [in |-> people.in + 1, out |-> people.out - 1]
        /\\ UNCHANGED door
      Next == Open \\/ Enter
      Spec == Init /\\ [][Next]_vars
      \\* EVT-1: the room stays empty.
      NobodyIsIn == people.in = 0
      \\* EVT-2: in the end the door is open.
      DoorOpens == <>(door = "open")
      \\* EVT-2: it is open or shut.
      DoorIsADoor == door \\in {"open", "shut"}
      =====================
      """;
  private static final String MANIFEST = """
      [[entry]]
      name = "entered"
      group = "doors"
      module = "Door"
      config = "Entered.cfg"
      why = "somebody comes in"
      expect = "fails"
      code = 12
      property = "NobodyIsIn"

      [[entry]]
      name = "stays-shut"
      group = "doors"
      module = "Door"
      config = "Shut.cfg"
      why = "nobody has to open"
      expect = "fails"
      code = 13
      property = "DoorOpens"
      without = "Opens"
      mutates = "Door"

      [[entry]]
      name = "holds"
      group = "right"
      module = "Door"
      config = "Holds.cfg"
      why = "a door is a door"
      expect = "holds"
      distinct = 4
      generated = 4
      """;
  private static final String PAGE = """
      # Doors

      <!-- generated: run entered -->
      <!-- end -->

      By hand.
      """;

  @TempDir private Path home;

  @BeforeEach
  void writeClone() throws IOException {
    write("spec/tla/Door.tla", MODULE);
    write("spec/tla/Entered.cfg", "SPECIFICATION Spec\nINVARIANT NobodyIsIn\nCHECK_DEADLOCK FALSE\n");
    write("spec/tla/Shut.cfg", "SPECIFICATION Spec\nPROPERTY DoorOpens\nCHECK_DEADLOCK FALSE\n");
    write("spec/tla/Holds.cfg", "SPECIFICATION Spec\nINVARIANT DoorIsADoor\nCHECK_DEADLOCK FALSE\n");
    write("spec/manifest.toml", MANIFEST);
    write("spec/untold.toml", "[[rule]]\nid = \"EVT-3\"\nbecause = \"a cost\"\n");
    write("spec/README.md", "# Spec\n");
    write("docs/semantics.md", "- **EVT-1** One.\n- **EVT-2** Two.\n- **EVT-3** Three.\n");
    write("docs/doors.md", PAGE);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(home.resolve(name).getParent());
    Files.writeString(home.resolve(name), text);
  }

  private String page(String text) throws IOException, InterruptedException {
    write("docs/doors.md", text);
    pages().write();
    return Files.readString(home.resolve("docs/doors.md"));
  }

  private Pages pages() {
    Path spec = home.resolve("spec");
    return new Pages(spec, Manifest.load(spec), new SpecRunner(spec, new PrintStream(OutputStream.nullOutputStream()), false));
  }

  @Test
  void aRunIsShownStepByStepWithTheModulesCommentsAndWhatChanges() throws Exception {
    String page = page(PAGE);
    assertEquals("""
        # Doors

        <!-- generated: run entered -->

        **entered**: somebody comes in. Its end breaks `NobodyIsIn`.

        At first: `door = "shut"`, `people = [in \\|-> 0, out \\|-> 2]`.

        | | step | what it does | what changes |
        | --- | --- | --- | --- |
        | 1 | `Open` | Somebody opens the door, from whichever side. | `door`: `"shut"` → `"open"` |
        | 2 | `Enter` | One comes in \\| stays. | `people[in]`: `0` → `1`<br>`people[out]`: `2` → `1` |

        <!-- end -->

        By hand.
        """, page);
    assertEquals(page, page(page), "a page that was written is up to date");
    assertEquals(List.of(), pages().stale());
  }

  @Test
  void aPageThatIsNotWhatTheCommandPrintsIsStale() throws Exception {
    page(PAGE);
    write("docs/doors.md", Files.readString(home.resolve("docs/doors.md")).replace("`0` → `1`", "`0` → `2`"));
    assertEquals(List.of("docs/doors.md"), pages().stale());
    write("spec/tla/Door.tla", MODULE.replace("Somebody opens", "She opens"));
    assertEquals(List.of("docs/doors.md"), pages().write());
    assertTrue(Files.readString(home.resolve("docs/doors.md")).contains("She opens the door"));
  }

  @Test
  void aRunMayHideVariables() throws Exception {
    String page = page(PAGE.replace("run entered", "run entered hiding people"));
    assertTrue(page.contains("At first: `door = \"shut\"`."), page);
    assertTrue(page.contains("| 2 | `Enter` | One comes in \\| stays. | nothing |"), page);
  }

  @Test
  void anEndlessRunSaysHowItGoesOn() throws Exception {
    String page = page(PAGE.replace("entered", "stays-shut"));
    assertTrue(page.contains("From here on nothing happens any more."), page);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      rules         | ¦ EVT-1 ¦ Door: `NobodyIsIn` ¦
      rules         | ¦ EVT-2 ¦ Door: `DoorIsADoor` ¦
      rules         | ¦ EVT-3 ¦ none: a cost ¦
      mutants       | ¦ `Door` ¦ 1 ¦ stays-shut → `DoorOpens` ¦
      fairness      | ¦ `DoorOpens` ¦ `Opens` ¦ stays-shut ¦
      results doors | ¦ entered ¦ somebody comes in ¦ fails: `NobodyIsIn` ¦
      bounds        | ¦ holds ¦ `Door` ¦ `Holds.cfg` ¦ 4 ¦ 4 ¦
      """)
  void whatTheManifestAndTheModulesSayIsShown(String kind, String row) throws Exception {
    String page = page(PAGE.replace("run entered", kind));
    assertTrue(page.contains(row.replace('¦', '|')), page);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      run entered -->   | walk entered -->    | no generated part is called 'walk'; write rules,
      run entered -->   | run doors -->       | 'doors' is a group; name one entry
      run entered -->   | run entered hiding cat --> | entered has no variable cat; it has [door, people]
      run entered -->   | run enter -->       | no entry or group 'enter'
      <!-- end -->      | <!-- end -->x       | docs/doors.md:3: a mark of a generated part that has no counterpart
      By hand.          | <!-- end -->        | docs/doors.md:6: a mark of a generated part that has no counterpart
      """)
  void aPartThatCannotBeMadeIsAnError(String from, String to, String expected) {
    String message =
        assertThrows(ManifestException.class, () -> page(PAGE.replace(from, to))).getMessage();
    assertTrue(message.contains(expected), message);
  }

  @Test
  void neighboursAreCountedByWhatCaughtThemAndSurvivorsHaveTheirReasons() throws Exception {
    write("spec/neighbours.tsv", "module\tdefinition\tconjunct\tcaught by\tentry\n"
        + "Door\tEnter\tdoor = \"open\"\tnothing, but the states change\tholds\n"
        + "Door\tEnter\tpeople.out > 0\tinvariant TypeOK\tholds\n"
        + "Door\tEnter\tpeople.out > 1\tinvariant NobodyIsIn\tholds\n");
    write("spec/survivors.tsv", "module\tdefinition\tconjunct\treason\nDoor\tEnter\tdoor = \"open\"\tthere are holes\n");
    String page = page(PAGE.replace("run entered", "neighbours"));
    assertTrue(page.contains("| `Door` | 3 | 2 | 0 | 0 | 1 | 0 | 1 | 0 |"), page);
    assertTrue(page.contains("| `Door` | `Enter` | `door = \"open\"` | there are holes |"), page);
  }

  @Test
  void aRunThatComesOutOtherwiseIsNotShown() throws Exception {
    write("spec/tla/Door.tla", MODULE.replace("Next == Open \\/ Enter", "Next == Open"));
    String message = assertThrows(ManifestException.class, () -> page(PAGE)).getMessage();
    assertTrue(message.contains("entered: expected: fails 12 NobodyIsIn; found: holds"), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      spec/untold.toml  | EVT-3           | EVT-1       | EVT-3: no property says it; name it in the comment above one
      spec/untold.toml  | EVT-3           | EVT-1       | EVT-1: [Door!NobodyIsIn] say it; take it out of spec/untold.toml
      spec/untold.toml  | EVT-3           | EVT-4       | EVT-4: no rule of docs/semantics.md; correct the id
      spec/untold.toml  | "a cost"        | " "         | EVT-3: no property says it
      spec/tla/Door.tla | EVT-2: it is    | EVT-9: it is| EVT-9: no rule of docs/semantics.md; correct the id
      spec/tla/Door.tla | EVT-2: it is    | it is       | EVT-2: no property says it
      docs/semantics.md | - **            | * **        | docs/semantics.md: no rule found
      """)
  void aRuleThatIsNotAccountedForIsAnError(String file, String from, String to, String expected) throws IOException {
    write(file, Files.readString(home.resolve(file)).replace(from, to));
    String message =
        assertThrows(ManifestException.class, () -> page(PAGE.replace("run entered", "rules"))).getMessage();
    assertTrue(message.contains(expected), message);
  }
}
