package dev.fanion.spec.docs;

import dev.fanion.spec.Modules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A run as a table for readers: each step's action, what the module's comment says of it, and what it changes. */
final class RunTable {
  private final Trace trace;
  private final Modules modules;

  RunTable(Trace trace, Modules modules) {
    this.trace = trace;
    this.modules = modules;
  }

  /** The table in Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder("At first: " + initially() + ".\n\n");
    text.append("| | step | what it does | what changes |\n| --- | --- | --- | --- |\n");
    for (int i = 1; i < trace.steps().size(); i++) {
      Trace.Step step = trace.steps().get(i);
      text.append("| ").append(i).append(" | `").append(step.action()).append("` | ")
          .append(modules.comment(step.module(), step.line()).replace("|", "\\|")).append(" | ")
          .append(changes(trace.steps().get(i - 1).values(), step.values())).append(" |\n");
    }
    return trace.ending().isEmpty() ? text.toString() : text + "\n" + trace.ending() + "\n";
  }

  private String initially() {
    StringJoiner all = new StringJoiner(", ");
    trace.steps().get(0).values().forEach((name, value) -> all.add(code(name + " = " + value)));
    return all.toString();
  }

  private static String changes(Map<String, String> before, Map<String, String> after) {
    List<String> all = new ArrayList<>();
    after.forEach((name, value) -> {
      String old = before.getOrDefault(name, "");
      if (!old.equals(value)) {
        compare(name, old, value, all);
      }
    });
    return all.isEmpty() ? "nothing" : String.join("<br>", all);
  }

  /** Shows only what has changed of a function or a record, if both values have the same domain. */
  private static void compare(String name, String before, String after, List<String> all) {
    Map<String, String> old = fields(before);
    Map<String, String> now = fields(after);
    if (old.isEmpty() || !old.keySet().equals(now.keySet())) {
      all.add(code(name) + ": " + code(before) + " → " + code(after));
      return;
    }
    now.forEach((key, value) -> {
      if (!value.equals(old.get(key))) {
        compare(name + "[" + key + "]", old.get(key), value, all);
      }
    });
  }

  /** The fields of a printed function or record, in order; empty if the value is of another kind. */
  private static Map<String, String> fields(String value) {
    boolean record = value.startsWith("[") && value.contains("|->");
    boolean function = value.startsWith("(") && value.contains(":>");
    Map<String, String> fields = new LinkedHashMap<>();
    if (record || function) {
      for (String field : split(value.substring(1, value.length() - 1), record ? "," : "@@")) {
        String arrow = record ? "|->" : ":>";
        int at = field.indexOf(arrow);
        fields.put(field.substring(0, at).strip(), field.substring(at + arrow.length()).strip());
      }
    }
    return fields;
  }

  /** Splits at separators outside all brackets and strings. */
  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && "[({<".indexOf(c) >= 0) {
        depth++;
      } else if (!quoted && ("])}".indexOf(c) >= 0 || c == '>' && !isArrow(text, i))) {
        depth--;
      } else if (!quoted && depth == 0 && text.startsWith(separator, i)) {
        parts.add(text.substring(from, i));
        from = i + separator.length();
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static boolean isArrow(String text, int i) {
    return i > 0 && (text.charAt(i - 1) == '-' || text.charAt(i - 1) == ':');
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }
}
