package dev.fanion.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a machine can find of the rules for prose: the width of lines, and phrases that are not used. */
class ProseTest {
  private static final String LONG = "word ".repeat(26) + "end";

  private static String problems(Function<Snippet, List<Problem>> check) {
    Clone clone = Clone.here();
    return clone.files("java", "py", "tla", "md", "sh", "toml", "cfg", "xml", "").stream()
        .flatMap(file -> check.apply(clone.whole(file)).stream()).map(Problem::toString).collect(Collectors.joining("\n"));
  }

  private static List<Integer> tooLong(String file, String... lines) {
    return LineWidth.problems(new Snippet(file, 1, String.join("\n", lines))).stream().map(Problem::line).toList();
  }

  @Test
  void noLineIsTooLong() {
    assertEquals("", problems(LineWidth::problems));
  }

  @Test
  void noPhraseIsUsedThatTheRulesForbid() {
    assertEquals("", problems(Wording::problems));
  }

  @Test
  void aLongLineIsFoundInEveryLanguage() {
    for (String ending : List.of("java", "py", "tla", "md", "sh", "toml", "cfg", "xml")) {
      assertEquals(List.of(2), tooLong("a." + ending, "x".repeat(130), "x".repeat(131)));
    }
    assertEquals(List.of(1), tooLong("a.md", LONG + " [a link](to.md)"));
    assertEquals(List.of(1), tooLong("A.java", "| " + LONG));
    assertEquals(List.of(), tooLong("a.md", "ü".repeat(130)));
  }

  @Test
  void rowsLinksAddressesAndWhatACommandWritesMayBeLong() {
    String block = "<!-- generated: rules -->";
    assertEquals(List.of(5), tooLong("a.md", "| " + LONG, block, LONG, "<!-- end -->", LONG));
    assertEquals(List.of(), tooLong("a.md", "- [" + LONG + "](page.md)", "see https://" + "x".repeat(140)));
    assertEquals(List.of(2), tooLong("A.java", block, LONG));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "bad-phrases.txt", delimiter = '|')
  void aForbiddenPhraseIsFound(String text, String phrase) {
    List<Problem> problems = Wording.problems(new Snippet("A.java", 1, text.replace("\\n", "\n")));
    assertEquals(1, problems.size(), text);
    assertTrue(problems.get(0).message().startsWith("\"" + phrase + "\""), problems.toString());
  }

  @Test
  void whatOnlyLooksLikeOneIsAccepted() {
    String text = "It cannot, this not; none is, also many so. He saw it to the end. It can not only do that. x is None";
    assertEquals(List.of(), Wording.problems(new Snippet("a.md", 1, text)));
  }
}
