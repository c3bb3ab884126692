package dev.fanion.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.trace.Catalogue;
import dev.fanion.trace.Checkout;
import dev.fanion.trace.Rules;
import dev.fanion.trace.SpecEvidence;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each row of {@code docs/porting/traps.md} names rules, and things that catch such a mistake, and all of them are there. */
class TrapsTest {
  private static final String PAGE = "docs/porting/traps.md";
  /** As many as were promised. */
  private static final int AT_LEAST = 40;

  private static final Checkout HERE = Checkout.at(Clone.here().root());
  private static final Traps TRAPS =
      new Traps(new Rules(HERE).ids(), new Catalogue(HERE, new SpecEvidence(HERE.root())));

  private static String problems(String text) {
    return TRAPS.problems(new Snippet(PAGE, 1, text)).stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  /** A row with a thread, and these two cells. */
  private static String row(String rules, String catches) {
    return "| [x#1](https://github.com/x/y/issues/1) | It hangs. | A gap. | " + rules + " | " + catches + " |";
  }

  @Test
  void everyRowNamesWhatThereIs() {
    assertEquals("", problems(HERE.text(PAGE)));
    int rows = Traps.rows(new Snippet(PAGE, 1, HERE.text(PAGE))).size();
    assertTrue(rows >= AT_LEAST, rows + " rows");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "bad-traps.txt", delimiter = '!', quoteCharacter = '^')
  void aRowThatNamesSomethingElseIsFound(String what, String rules, String catches, String message) {
    assertEquals(message, problems(row(rules, catches)).replaceFirst(PAGE + ":1: ", ""), what);
  }

  @Test
  void whatARowMayNameIsAccepted() {
    assertEquals("", problems(row("FLG-4, LOP-4", "model `SetLater`, `flag-ask-claims-the-wake`; race `SetVersusSleep`, "
        + "`SetVersusSleep.Released`; interleaving `WakesBeforeStore`; storm `one flag`; fault `a loop ends while setters run`; "
        + "planted `INTERRUPT_DOES_NOT_WAKE_A_TIMED_SLEEP`; side `OnDeadlock`; port to C `wake-claimed`; "
        + "finding `model/adapters/go/findings/two_sets_two_wakes.go`; command `./fanion smoke`; nothing on the moon: too far")));
    assertEquals("", problems(row("none: nothing is lost", "nothing: there is no such thing here")));
  }

  @Test
  void aRowWithoutAThreadOrWithoutACellIsFound() {
    assertEquals(PAGE + ":1: no address of a thread", problems("| [x](y.md) | a | b | FLG-4 | model `SetLater` |"));
    assertEquals(PAGE + ":2: not five cells with something in each: where, what was seen, why, forbidden by, caught by",
        problems("text\n| [x#1](https://github.com/x/y/issues/1) | a | FLG-4 | model `SetLater` |"));
  }

  @Test
  void aThreadInTwoRowsIsFound() {
    String row = row("FLG-4", "model `SetLater`");
    assertEquals(PAGE + ":2: a second row about https://github.com/x/y/issues/1", problems(row + "\n" + row));
  }
}
