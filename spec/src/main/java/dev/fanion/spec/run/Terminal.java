package dev.fanion.spec.run;

import java.io.Console;

/** Whether a person watches the output. */
public final class Terminal {
  private Terminal() {}

  /** Whether standard input and output are a terminal, so that progress is worth showing. */
  public static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // Before Java 22 there is a console only on a terminal.
    }
  }
}
