package dev.fanion.storms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanion.storms.Check.Variant;
import dev.fanion.stress.Row;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static Row run(Verdict shipped, Verdict broken) throws Exception {
    Check check = new Check("test", "catches", () -> shipped, List.of(new Variant("mistake", "lost", () -> broken)));
    return check.run(new PrintStream(OutputStream.nullOutputStream()));
  }

  @Test
  void aVariantIsCaughtByItsOwnSymptomOnly() throws Exception {
    assertEquals(1, run(Verdict.clean(7), Verdict.bad(3, "a signal was lost")).caught());
    assertEquals(0, run(Verdict.clean(7), Verdict.bad(3, "out of memory")).caught());
    assertEquals(0, run(Verdict.clean(7), Verdict.clean(3)).caught());
  }

  /** A long run may be stopped, or its JVM may end. */
  @Test
  void whatWasFoundBeforeAStopIsKept(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("rows.tsv");
    Check first = new Check("first", "catches", () -> Verdict.clean(7), List.of());
    Check stopped = new Check("stopped", "catches", () -> {
      throw new IllegalStateException("stopped");
    }, List.of());
    assertThrows(IllegalStateException.class, () -> StormsCommand.run(List.of(first, stopped), out));
    assertEquals(List.of(new Row("first", "catches", 7, 0, 0, 0)), Row.read(out));
  }

  @Test
  void triesAreAddedUpAndTheFirstComplaintCounts() {
    assertEquals(new Verdict(5, 1, "lost"), Verdict.clean(2).and(Verdict.bad(3, "lost")));
    assertEquals(new Verdict(5, 2, "lost"), Verdict.bad(2, "lost").and(Verdict.bad(3, "stale")));
  }

  @Test
  void theRowIsOfTheShippedForm() throws Exception {
    assertEquals(new Row("test", "catches", 7, 2, 0, 1), run(new Verdict(7, 2, "lost"), Verdict.clean(3)));
  }
}
