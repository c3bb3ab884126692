package dev.fanion.conformance;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows what the suite is doing: on a terminal in one line that changes, elsewhere by a line every ten seconds. Shows each
 * finding as soon as it is there.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Progress {
  private static final long EVERY = 200_000_000;
  private static final long ELSEWHERE = 10_000_000_000L;

  /** The number of findings of one kind that are shown and name the same rule first. The reports have the others too. */
  private static final int MOST_ALIKE = 3;

  private final PrintStream line;
  private final boolean interactive;
  private final PrintWriter out;
  private final long start = System.nanoTime();
  private String phase = "";
  private double done;
  private long next;
  private int shown;
  private final Map<List<Object>, Integer> alike = new HashMap<>();

  /**
   * Progress of a run that begins now.
   *
   * @param line where the line goes
   * @param interactive whether that is a terminal
   * @param out where findings go
   */
  Progress(PrintStream line, boolean interactive, PrintWriter out) {
    this.line = line;
    this.interactive = interactive;
    this.out = out;
    next = start + (interactive ? 0 : ELSEWHERE);
  }

  /** Shows nothing. */
  static Progress none() {
    return new Progress(new PrintStream(PrintStream.nullOutputStream()), false, new PrintWriter(PrintWriter.nullWriter()));
  }

  /**
   * A part of the run begins.
   *
   * @param before the share of the usual time of a run that is behind it
   */
  void phase(String name, double before) {
    phase = name;
    done = before;
  }

  /**
   * A scenario begins.
   *
   * @param steps the requests made before it
   */
  void step(long steps) {
    long now = System.nanoTime();
    if (now - next >= 0) {
      next = now + (interactive ? EVERY : ELSEWHERE);
      double seconds = (now - start) / 1e9;
      String left = done > 0 ? String.format(Locale.ROOT, ", about %.0f s left", seconds / done * (1 - done)) : "";
      String words = String.format(Locale.ROOT, "%s: %,d steps in %.0f s%s", phase, steps, seconds, left);
      line.print(interactive ? "\r\033[K" + words : "fanion: " + words + "\n");
      line.flush();
    }
  }

  /** Shows the findings that it has not shown. */
  void found(Results results) {
    erase();
    List<Finding> findings = results.findings();
    for (; shown < findings.size(); shown++) {
      Finding finding = findings.get(shown);
      int number = alike.merge(List.of(finding.kind(), finding.first()), 1, Integer::sum);
      if (number <= MOST_ALIKE) {
        FindingText.print(shown + 1, finding, results.excuse(finding), out);
      } else {
        out.printf("%d. %s: %s once more, in another conversation: see the other reports%n%n", shown + 1, finding.kind().title(),
            String.join(", ", Rule.ids(finding.first())));
      }
    }
    out.flush();
  }

  /** Removes the line from a terminal. */
  void erase() {
    if (interactive) {
      line.print("\r\033[K");
      line.flush();
    }
  }
}
