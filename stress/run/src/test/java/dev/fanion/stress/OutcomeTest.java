package dev.fanion.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part is judged by its exit status and its file of rows; the table shows the rows of all parts. */
class OutcomeTest {
  private static final String HEAD = "test\tcatches\tsamples\tbad\tcaught\tvariants\n";
  private static final String CLEAN = "good\tsomething\t1000\t0\t2\t2\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("rows.tsv");
  }

  private Outcome of(int exit, String text) throws IOException {
    Files.writeString(file, text);
    return Outcome.of("part", exit, file);
  }

  @Test
  void cleanRowsPass() throws IOException {
    Outcome outcome = of(0, HEAD + CLEAN);
    assertEquals(new Outcome("part", List.of(new Row("good", "something", 1000, 0, 2, 2)), "", 0), outcome);
  }

  @ParameterizedTest
  @CsvSource({
      "0, 1, 2, 2", // a bad outcome, whatever the status says
      "1, 1, 2, 2",
      "1, 0, 1, 2", // a variant that was not caught
      "0, 0, 1, 2",
      "3, 0, 0, 1"
  })
  void aBadOutcomeAndAnUncaughtVariantFail(int exit, int bad, int caught, int variants) throws IOException {
    assertEquals(1, of(exit, HEAD + CLEAN + "x\ty\t10\t" + bad + "\t" + caught + "\t" + variants + "\n").status());
  }

  @Test
  void aPartThatFailsForAnotherReasonFails() throws IOException {
    Outcome outcome = of(1, HEAD + CLEAN);
    assertEquals(1, outcome.status());
    assertTrue(outcome.trouble().contains("though its rows are clean"), outcome.trouble());
  }

  @Test
  void aPartThatWritesNoRowsIsInconclusive() {
    for (int exit = 0; exit <= 3; exit++) {
      Outcome outcome = Outcome.of("part", exit, file);
      assertEquals(2, outcome.status());
      assertTrue(outcome.trouble().contains("wrote no rows into " + file), outcome.trouble());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, nullValues = "none", value = {
      "none|does not begin with",
      "good\\tsomething\\t1000\\t0\\t2\\t2\\n|does not begin with",
      "HEAD|has no rows",
      "HEADgood\\tsomething\\t1000\\t0\\t2\\n|5 cells, not 6, in the line: good",
      "HEADgood\\tsomething\\tmany\\t0\\t2\\t2\\n|many"
  })
  void aPartWhoseRowsCannotBeReadIsInconclusive(String text, String trouble) throws IOException {
    Outcome outcome = of(0, text == null ? "" : text.replace("\\t", "\t").replace("\\n", "\n").replace("HEAD", HEAD));
    assertEquals(2, outcome.status());
    assertTrue(outcome.trouble().contains(trouble), outcome.trouble());
  }

  @Test
  void aPartWithATestThatWasNeverTriedIsInconclusive() throws IOException {
    assertEquals(2, of(0, HEAD + CLEAN + "idle\tsomething\t0\t0\t0\t0\n").status());
    assertEquals(0, of(0, HEAD + CLEAN + "idle\tskipped: no signals here\t0\t0\t0\t0\n").status());
  }

  @Test
  void aPartWithAnUnknownStatusIsInconclusive() throws IOException {
    assertEquals(2, of(137, HEAD + CLEAN).status());
  }

  @Test
  void aFailureOutweighsAnInconclusivePart() throws IOException {
    Outcome clean = of(0, HEAD + CLEAN);
    Outcome failed = of(1, HEAD + "x\ty\t10\t1\t0\t0\n");
    Outcome inconclusive = Outcome.inconclusive("other", "it was ended");
    assertEquals(0, Outcome.status(List.of(clean)));
    assertEquals(2, Outcome.status(List.of(clean, inconclusive)));
    assertEquals(1, Outcome.status(List.of(inconclusive, failed, clean)));
    assertEquals(2, Outcome.status(List.of()));
  }

  @Test
  void rowsAreReadAsTheyWereWritten() throws IOException {
    List<Row> rows = List.of(new Row("a", "b", 1, 2, 3, 4), Row.skipped("c", "none here"));
    Row.write(file, rows);
    assertEquals(rows, Row.read(file));
  }

  @Test
  void theTableTellsAll() throws IOException {
    StringWriter text = new StringWriter();
    Outcome mixed = of(1, HEAD + CLEAN + "worse\tit all\t1234567\t3\t1\t2\nnone\tskipped: no signals here\t0\t0\t0\t0\n");
    Table.print(List.of(mixed, Outcome.inconclusive("other", "it was ended")), new PrintWriter(text));
    assertEquals("""
        test   would catch                       samples    bad  caught
        good   something                           1,000      0  2 of 2
        worse  it all                          1,234,567      3  1 of 2
        none   skipped: no signals here                -      -  -
        other: it was ended
        FAILED: 2 tests, 1,235,567 samples or interleavings, 1 with bad outcomes; 3 of 4 broken variants caught; 1 skipped
        """, text.toString());
  }
}
