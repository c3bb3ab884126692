package dev.fanion.conformance;

import java.io.PrintStream;

/** Shows on a terminal what the suite is doing; prints nothing elsewhere. */
final class Progress {
  private static final long EVERY = 200_000_000;

  private final PrintStream out;
  private final boolean interactive;
  private String phase = "";
  private long next = System.nanoTime();

  Progress(PrintStream out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  static Progress none() {
    return new Progress(System.out, false);
  }

  void phase(String name) {
    phase = name;
  }

  void step(long steps) {
    if (interactive && System.nanoTime() - next >= 0) {
      next = System.nanoTime() + EVERY;
      out.printf("\r\033[K%s: %,d steps", phase, steps);
      out.flush();
    }
  }

  void done() {
    if (interactive) {
      out.print("\r\033[K");
      out.flush();
    }
  }
}
