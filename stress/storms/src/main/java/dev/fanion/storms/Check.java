package dev.fanion.storms;

import dev.fanion.stress.Row;
import java.io.PrintStream;
import java.util.List;

/**
 * A claim that is tried on the shipped classes, and on broken variants, which it must catch.
 *
 * @param name of the test
 * @param catches what it would catch
 * @param shipped the trial of the shipped classes
 * @param variants the broken ones
 */
record Check(String name, String catches, Trial shipped, List<Variant> variants) {

  /** Tries a claim. */
  @FunctionalInterface
  interface Trial {
    /** Tries it as often as the trial was made for. An exception says nothing of what is tried. */
    Verdict run() throws Exception;
  }

  /**
   * Something with a mistake.
   *
   * @param mistake which
   * @param symptom words of the complaint by which it must be caught; another complaint is not a catch
   * @param trial tries it
   */
  record Variant(String mistake, String symptom, Trial trial) {
    boolean isCaught(PrintStream progress) throws Exception {
      Verdict verdict = trial.run();
      boolean caught = verdict.bad() > 0 && verdict.complaint().contains(symptom);
      progress.println("    " + (caught ? "caught: " : "NOT CAUGHT: ") + mistake + " (after " + verdict.samples() + ")"
          + (caught ? "" : "; expected: " + symptom + "; complaint: " + verdict.complaint()));
      return caught;
    }
  }

  Row run(PrintStream progress) throws Exception {
    progress.println("  " + name);
    Verdict verdict = shipped.run();
    if (verdict.bad() > 0) {
      progress.println("    BAD: " + verdict.complaint());
    }
    int caught = 0;
    for (Variant variant : variants) {
      caught += variant.isCaught(progress) ? 1 : 0;
    }
    return new Row(name, catches, verdict.samples(), verdict.bad(), caught, variants.size());
  }
}
