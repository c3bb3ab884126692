package dev.fanion.storms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanion.storms.Check.Variant;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void theRowIsOfTheShippedForm() throws Exception {
    assertEquals(new Row("test", "catches", 7, 2, 0, 1), run(new Verdict(7, 2, "lost"), Verdict.clean(3)));
  }
}
