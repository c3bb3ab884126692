package dev.fanion.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each rule of this clone can be traced; and a clone with one mistake is found out. */
class TraceTest {
  private static final Path ROOT = SpecFiles.find().toAbsolutePath().normalize().getParent();
  private static final Checkout HERE = Checkout.at(ROOT);
  private static final SpecEvidence SPEC = new SpecEvidence(ROOT);

  private static List<String> problems(Checkout checkout) {
    return new Trace(checkout, SPEC).problems();
  }

  /** This clone with one edit, which must fit. */
  private static Checkout edited(String file, String from, String to) {
    String text = HERE.text(file);
    assertTrue(text.contains(from), file + " has no " + from);
    return HERE.with(file, text.replace(from, to));
  }

  @Test
  void everyRuleCanBeTraced() {
    assertEquals(List.of(), problems(HERE));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "bad-clones.txt", delimiter = '!', quoteCharacter = '^')
  void aMistakeIsFound(String what, String file, String from, String to, String problem) {
    List<String> problems = problems(edited(file, from.replace("\\n", "\n"), to == null ? "" : to.replace("\\n", "\n")));
    assertTrue(problems.contains(problem), what + ": " + String.join("\n", problems));
  }

  @Test
  void aRuleWithoutATestIsFound() {
    Checkout stripped = HERE;
    for (String file : HERE.files("", "java", "c")) {
      if (HERE.text(file).contains("//= EVT-13 type=test")) {
        stripped = stripped.with(file, HERE.text(file).replaceAll("(?m)^.*//= EVT-13 type=test$", ""));
      }
    }
    assertEquals(List.of("EVT-13: no test is tagged with it; write //= EVT-13 type=test at one, or give the reason in "
        + "docs/untraced.toml"), problems(stripped));
  }

  @Test
  void aRuleWithoutAPropertyAndALineOfNoRuleAreFound(@TempDir Path clone) throws IOException {
    CloneParts.copy(ROOT, "spec", clone);
    Files.createDirectories(clone.resolve("docs"));
    Files.writeString(clone.resolve(Rules.PAGE), HERE.text(Rules.PAGE));
    replace(clone.resolve("spec/untold.toml"), "id = \"PRG-1\"", "id = \"PRG-9\"");
    replace(clone.resolve("spec/manifest.toml"), "EVT-12: two events and two flags", "EVT-99: two events and two flags");
    List<String> problems = new Trace(HERE, new SpecEvidence(clone)).problems();
    assertEquals(List.of(
        "PRG-1: no property says it; name it in the comment above one, or give the reason in spec/untold.toml",
        "PRG-9: no rule of docs/semantics.md; correct the id",
        "spec: the entry objects names EVT-99, which is no rule; correct the line why"), problems);
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(from), file + " has no " + from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void aPageThatIsOutOfDateIsFoundAndWritten(@TempDir Path clone) throws IOException {
    TracePage page = new TracePage(clone, new Trace(HERE, SPEC));
    assertEquals(clone.resolve(TracePage.FILE) + ": no line <!-- written by ./fanion trace: what stands below is lost -->;"
        + " write it where the table is to begin", assertThrows(TraceException.class, page::isCurrent).getMessage());
    Files.createDirectories(clone.resolve("docs"));
    Files.writeString(clone.resolve(TracePage.FILE),
        "# By hand\n\n<!-- written by ./fanion trace: what stands below is lost -->\nof yesterday");
    assertFalse(page.isCurrent());
    assertTrue(page.write());
    assertTrue(page.isCurrent());
    assertFalse(page.write());
    String text = Files.readString(clone.resolve(TracePage.FILE));
    assertTrue(text.startsWith("# By hand\n\n<!--") && !text.contains("of yesterday"), text.substring(0, 200));
  }

  @Test
  void aRuleHasWhatIsKnownToBelongToIt() {
    String flag = new TracePage(ROOT, new Trace(HERE, SPEC)).section("flg-5");
    for (String name : List.of("`FlagNoticeConsumes`", "AbstractFlag: `WaitersLeaveAsTheyEnded`", "`ThreadSafeFlag.consume`",
        "`SetVersusConsume`", "`FLAG_COUNTS`", "`fanion_flag_leave`")) {
      assertTrue(flag.contains(name), name + " is not in\n" + flag);
    }
    String model = new TracePage(ROOT, new Trace(HERE, SPEC)).section("CTX-3");
    assertTrue(model.contains("| tests | none: a claim about a model"), model);
    assertEquals("no rule FLG-99; ./fanion rules lists them",
        assertThrows(TraceException.class, () -> new TracePage(ROOT, new Trace(HERE, SPEC)).section("FLG-99")).getMessage());
  }
}
