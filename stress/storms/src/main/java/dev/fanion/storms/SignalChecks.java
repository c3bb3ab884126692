package dev.fanion.storms;

import dev.fanion.storms.Check.Trial;
import dev.fanion.storms.Check.Variant;
import dev.fanion.storms.SignalledLoop.Form;
import java.io.File;
import java.io.PrintStream;
import java.util.List;

/** The checks of the part {@code signals}. */
final class SignalChecks {
  private static final String LOST = "a lost signal";

  private final int sends;
  private final long seed;
  private final PrintStream progress;

  /**
   * Checks of a given size.
   *
   * @param sends how many signals are sent as fast as possible; a tenth of that number is sent one by one
   * @param seed for the lengths of bursts
   */
  SignalChecks(int sends, long seed, PrintStream progress) {
    this.sends = sends;
    this.seed = seed;
    this.progress = progress;
  }

  /** The reason why no signals can be sent here; empty if they can. */
  static String reasonForNone() {
    if (!new File("/bin/sh").canExecute()) {
      return "no /bin/sh here to send signals from";
    }
    try {
      RealSignal.handle(RealSignal.NAME, () -> {});
      return "";
    } catch (UnsupportedOperationException e) {
      return String.valueOf(e.getMessage());
    }
  }

  List<Check> all() {
    return List.of(
        new Check("signals: one by one", "a signal whose handler ran, and no return followed (FLG-4, LOP-4)",
            oneByOne(Form.SHIPPED),
            List.of(new Variant("a parker that drops every second wake-up", LOST, oneByOne(Form.DROPS_WAKE_UPS)),
                new Variant("the loop looks, then sleeps", LOST, oneByOne(Form.LOOKS_THEN_SLEEPS)))),
        new Check("signals: as fast as kill sends", "the last of many signals lost; more returns than handlers (FLG-5, FLG-6)",
            asFastAsItGoes(Form.SHIPPED),
            List.of(new Variant("a parker that drops every second wake-up", LOST, asFastAsItGoes(Form.DROPS_WAKE_UPS)),
                new Variant("a park that returns is taken for a signal", "more returns than handlers",
                    asFastAsItGoes(Form.COUNTS_EVERY_WAKE)))));
  }

  private Trial oneByOne(Form form) {
    return () -> {
      try (SignalStorm storm = new SignalStorm(form, seed)) {
        return storm.oneByOne(sends / 10);
      }
    };
  }

  private Trial asFastAsItGoes(Form form) {
    return () -> {
      StringBuilder counts = new StringBuilder();
      try (SignalStorm storm = new SignalStorm(form, seed)) {
        return storm.asFastAsItGoes(sends, counts);
      } finally {
        progress.println("    " + counts);
      }
    };
  }
}
