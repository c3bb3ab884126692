package dev.fanion.storms;

import dev.fanion.stress.Row;
import java.io.PrintStream;
import java.util.List;

/**
 * A test of the shipped classes, with broken variants that it must catch.
 *
 * @param name the name of the test
 * @param catches what the test would catch
 * @param shipped the trial of the shipped classes
 * @param variants the broken variants
 */
record Check(String name, String catches, Trial shipped, List<Variant> variants) {

  /** Tries one form, shipped or broken. */
  @FunctionalInterface
  interface Trial {
    /** Runs all samples of the trial. An exception says nothing about what is tried. */
    Verdict run() throws Exception;
  }

  /**
   * A form with one mistake.
   *
   * @param mistake the mistake, in words
   * @param symptom words of the complaint that must catch it; another complaint does not count
   * @param trial tries the form
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
