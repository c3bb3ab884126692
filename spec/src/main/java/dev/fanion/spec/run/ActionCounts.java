package dev.fanion.spec.run;

import dev.fanion.spec.Modules;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often each action was taken, by the name of its operator.
 *
 * <p>TLC splits the next-state relation at disjunctions and at quantifiers over constants, and reports each part by the operator
 * around it. TLC cannot split a part such as {@code \E i \in 1..n : Take(i)} with a variable {@code n}. It reports such a part as
 * the operator around it and a place, and the source at that place names the operator that is applied. A disjunct that applies no
 * operator is called {@code Next:LINE}: several share the relation's name, and each must be taken.
 */
final class ActionCounts {
  private static final Pattern COVERAGE = Pattern.compile(
      "<(\\S+) line \\d+, col \\d+ to line \\d+, col \\d+ of module (\\w+)"
          + "(?: \\((\\d+) (\\d+) (\\d+) (\\d+)\\))?>: \\d+:(\\d+)");
  private static final Pattern QUANTIFIER = Pattern.compile("\\s*\\\\E\\b[^:]*:\\s*");
  private static final Pattern APPLICATION =
      Pattern.compile("((?:\\w+!)*[A-Za-z_]\\w*)\\s*(?:\\(.*)?", Pattern.DOTALL);

  private ActionCounts() {}

  static SortedMap<String, Long> of(TlcOutput output, Modules modules) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (TlcOutput.Message message : output.messages()) {
      if (message.code() == TlcOutput.COVERAGE_OF_ACTION) {
        Matcher found = COVERAGE.matcher(message.text());
        if (!found.matches()) {
          throw new IllegalStateException("TLC's coverage in an unknown form: " + message.text());
        }
        counts.merge(name(found, modules), Long.parseLong(found.group(7)), Long::sum);
      }
    }
    return counts;
  }

  private static String name(Matcher found, Modules modules) {
    String operator = found.group(1);
    if (found.group(3) == null) {
      return operator;
    }
    int line = Integer.parseInt(found.group(3));
    String text = modules.text(found.group(2), line, Integer.parseInt(found.group(4)),
        Integer.parseInt(found.group(5)), Integer.parseInt(found.group(6)));
    String applied = text == null ? "" : applied(text);
    if (!applied.isEmpty()) {
      return applied;
    }
    return operator.endsWith("Next") ? operator + ":" + line : operator;
  }

  /** The operator that an expression applies behind its quantifiers; empty if it begins with something else. */
  private static String applied(String text) {
    String body = Modules.withoutComments(text);
    for (Matcher quantifier = QUANTIFIER.matcher(body); quantifier.lookingAt(); quantifier = QUANTIFIER.matcher(body)) {
      body = body.substring(quantifier.end());
    }
    Matcher application = APPLICATION.matcher(body.strip());
    return application.matches() ? application.group(1) : "";
  }
}
