package dev.fanion.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanion.cli.Main;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import picocli.CommandLine;

/** Pages and comments name what there is. A name that is not ours goes into {@code foreign-names.txt}, with the reason. */
class NamesInPagesTest {
  private static final Clone HERE = Clone.here();
  private static final Checker CHECKER = new Checker(HERE, new CommandLine(new Main()), ForeignNames.load());

  private static String lines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  private static String found(String file, String text) {
    return lines(CHECKER.problems(new Snippet(file, 1, text.replace("\\n", "\n"))));
  }

  @Test
  void everyNameInAPageOrACommentIsOfSomethingThatThereIs() {
    assertEquals("", lines(CHECKER.problems()));
  }

  @Test
  void aForeignNameThatNothingUsesIsFound() {
    ForeignNames names = new ForeignNames(Map.of("Used", "it is", "Unused", "it is not"));
    names.has("Used");
    assertEquals(List.of("Unused"), names.unused());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "bad-pages.txt", delimiter = '|', quoteCharacter = '^')
  void aNameOfNothingInAPageIsFound(String what, String page, String message) {
    assertEquals(message, found("docs/semantics.md", page).replaceFirst("docs/semantics.md:\\d+: ", ""), what);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "bad-comments.txt", delimiter = '|', quoteCharacter = '^')
  void aNameOfNothingInACommentIsFound(String what, String file, String text, String message) {
    String found = found(file, text);
    assertEquals(message, found.replaceFirst(file + ":\\d+: ", ""), what);
  }

  @Test
  void namesOfWhatThereIsAreAccepted() {
    assertEquals("", found("docs/semantics.md", "`Event.set()`, `ThreadSafeFlag`, `getAndSet`, `FlagAlgorithm`, "
        + "`flag/FlagAlgorithm.cfg`, `pom.xml`, "
        + "`./fanion spec --mutants`, `./fanion conform --adapter 'python3 x' --seed 1 | less`, `stress/jcstress/target`, "
        + "`package-info`, [a](#event), [b](../README.md), [c](porting/guide.md#decide), `mvn verify -pl impl`, EVT-1.\n"));
  }

  @Test
  void theLineOfAProblemIsTold() {
    assertEquals("docs/x.md:3: nothing is called NoSuchThing", found("docs/x.md", "one\n\ntwo `NoSuchThing`"));
  }
}
