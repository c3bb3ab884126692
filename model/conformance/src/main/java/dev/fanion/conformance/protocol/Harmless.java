package dev.fanion.conformance.protocol;

import java.util.stream.Collectors;

/**
 * Makes the words of an adapter harmless, before they reach a console or a report: an adapter can neither begin a line of its
 * own, nor colour or move a terminal's cursor, nor write what XML and JSON cannot hold. This is the only place that does so.
 */
public final class Harmless {
  /** The most characters of a name, or of a line, that are shown. */
  private static final int MOST = 200;

  private static final String BEFORE_EACH_LINE = "  | ";

  private Harmless() {}

  /** The text on one line, with each character that can do harm as an escape of JSON: {@code \}{@code u001b}. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (harmful(c)) {
        String.valueOf(Character.toChars(c)).chars().forEach(unit -> line.append(String.format("\\u%04x", unit)));
      } else {
        line.appendCodePoint(c);
      }
    });
    return line.toString();
  }

  /** The beginning of the text on one line, for a message. */
  public static String beginning(String text) {
    return text.length() > MOST ? line(text.substring(0, MOST)) + "…" : line(text);
  }

  /** The lines of the text, each behind a mark, so that none of them can be taken for a line of the suite. */
  public static String block(String text) {
    return text.lines().map(line -> BEFORE_EACH_LINE + line(line)).collect(Collectors.joining("\n"));
  }

  /** Control characters, formats (among them those that turn the direction of the text), separators, halves, no characters. */
  private static boolean harmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t';
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      default -> (c & 0xfffe) == 0xfffe;
    };
  }

  /** A text behind a colon: on the same line if it is one, else below. */
  public static String behindAColon(String text) {
    return text.strip().contains("\n") ? "\n" + block(text.strip()) : " " + line(text);
  }
}
