package dev.fanion.spec.run;

import java.io.PrintStream;
import java.util.Collection;
import java.util.stream.Collectors;

/** A line on a terminal that is rewritten while entries run. Prints nothing if the output is no terminal. */
final class StatusLine {
  private static final int WIDTH = 79;

  private final PrintStream out;
  private final boolean interactive;

  StatusLine(PrintStream out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  void show(int done, int all, Collection<Session> running) {
    if (interactive) {
      String line = "[" + done + "/" + all + "] "
          + running.stream().map(Session::progress).sorted().collect(Collectors.joining("; "));
      write(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
    }
  }

  void clear() {
    if (interactive) {
      write("");
      out.print("\r");
      out.flush();
    }
  }

  private void write(String line) {
    out.print("\r" + line + " ".repeat(WIDTH - line.length()));
    out.flush();
  }
}
