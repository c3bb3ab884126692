package dev.fanion.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the lines of a source belong to: the class, method or function whose declaration stands there, or next below. */
final class Places {
  private static final Pattern TYPE = Pattern.compile("^\\s*(?:[a-z]+ )*(?:class|interface|enum|record) (\\w+)");
  private static final Pattern METHOD =
      Pattern.compile("^\\s+(?:[\\w.<>\\[\\],?@]+ )*+(?<!new )([a-zA-Z]\\w*)\\(.*");
  private static final Pattern FUNCTION = Pattern.compile("^[a-z][\\w *]*?\\b(\\w+)\\(.*");
  private static final Pattern DEF = Pattern.compile("^\\s*(?:async )?(?:def|class) (\\w+)\\b.*");
  private static final Pattern BETWEEN = Pattern.compile("^\\s*(?:@|//|/\\*|\\*).*");
  private static final Pattern BETWEEN_IN_PYTHON = Pattern.compile("^\\s*(?:@|#).*");
  private static final Pattern RUNS = Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\\b");

  private final String file;
  private final String[] lines;
  private final String top;

  /** The lines have nothing between quotes any more. */
  Places(String file, String[] lines) {
    this.file = file;
    this.lines = lines;
    top = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
  }

  String file() {
    return file;
  }

  /** The name of what a line belongs to, such as {@code EventTest.isClearWhenNew} in Java. */
  String name(int line) {
    int at = declaration(line);
    String declared = at < 0 ? null : match(lines[at]);
    if (declared == null || !file.endsWith(".java")) {
      return declared == null ? top : declared;
    }
    String type = enclosing(at);
    return type == null || type.equals(declared) ? declared : type + "." + declared;
  }

  /** Whether a tool runs what a line belongs to as a test. */
  boolean runs(int line) {
    if (!file.endsWith(".java")) {
      return file.contains("/test/");
    }
    int from = declaration(line);
    if (from < 0) {
      return false;
    }
    if (TYPE.matcher(lines[from]).find()) {
      return String.join("\n", lines).matches("(?s).*@(?:JCStressTest|Test|ParameterizedTest|Property)\\b.*");
    }
    StringBuilder above = new StringBuilder();
    for (int i = from; i >= 0 && !lines[i].isBlank(); i--) {
      above.append(lines[i]).append('\n');
    }
    return RUNS.matcher(above).find();
  }

  /** The type around a declaration in Java: the last one above it that is indented less; null at the top. */
  private @Nullable String enclosing(int line) {
    for (int i = line - 1; i >= 0; i--) {
      Matcher type = TYPE.matcher(lines[i]);
      if (type.find() && indent(lines[i]) < indent(lines[line])) {
        return type.group(1);
      }
    }
    return null;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** The line with the declaration: this one, or the next that is neither a comment nor an annotation; or -1. */
  private int declaration(int line) {
    Pattern between = file.endsWith(".py") ? BETWEEN_IN_PYTHON : BETWEEN;
    int at = line;
    while (at < lines.length && match(lines[at]) == null && between.matcher(lines[at]).matches()) {
      at++;
    }
    return at < lines.length && match(lines[at]) != null ? at : -1;
  }

  private @Nullable String match(String line) {
    String code = line.replaceFirst("(?://|/\\*).*", "");
    for (Pattern pattern : file.endsWith(".java") ? new Pattern[] {TYPE, METHOD}
        : file.endsWith(".py") ? new Pattern[] {DEF} : new Pattern[] {FUNCTION}) {
      Matcher matcher = pattern.matcher(code);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
