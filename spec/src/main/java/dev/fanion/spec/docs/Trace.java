package dev.fanion.spec.docs;

import dev.fanion.spec.run.TlcOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The run by which TLC shows a violation: the steps in order, each with the variables' values after it.
 *
 * @param steps the steps; the first is the initial state
 * @param ending what TLC says of the end of an endless run, such as that it goes back to an earlier step; else empty
 */
record Trace(List<Step> steps, String ending) {
  private static final int STATE = 2217;
  private static final int STUTTERING = 2218;
  private static final int BACK_TO_STATE = 2122;

  private static final Pattern HEAD = Pattern.compile(
      "(\\d+): <(?:(\\w+)(?:\\([^)]*\\))? line (\\d+), col \\d+ to line \\d+, col \\d+ of module (\\w+)|Initial predicate)>");
  private static final Pattern BACK = Pattern.compile("(\\d+): Back to state.*", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("(?:/\\\\ )?(\\w+) = (.*)", Pattern.DOTALL);

  /**
   * A step.
   *
   * @param action the action's name; empty for the initial state
   * @param module where the action stands; empty for the initial state
   * @param line the line of the module on which the action's body begins
   * @param values the variables' values after the step
   */
  record Step(String action, String module, int line, Map<String, String> values) {}

  /** Reads the run that TLC printed. */
  static Trace of(TlcOutput output) {
    List<Step> steps = new ArrayList<>();
    String ending = "";
    for (TlcOutput.Message message : output.messages()) {
      if (message.code() == STATE) {
        steps.add(step(message.text()));
      } else if (message.code() == STUTTERING) {
        ending = "From here on nothing happens any more.";
      } else if (message.code() == BACK_TO_STATE) {
        Matcher back = BACK.matcher(message.text());
        ending = "From here on, steps " + (back.matches() ? back.group(1) : "?") + " and later repeat for ever.";
      }
    }
    return new Trace(List.copyOf(steps), ending);
  }

  /** The same run without these variables. */
  Trace without(Set<String> hidden) {
    return new Trace(steps.stream().map(step -> {
      Map<String, String> values = new TreeMap<>(step.values());
      values.keySet().removeAll(hidden);
      return new Step(step.action(), step.module(), step.line(), values);
    }).toList(), ending);
  }

  private static Step step(String text) {
    int end = text.indexOf('\n');
    Matcher head = HEAD.matcher(end < 0 ? text : text.substring(0, end));
    if (!head.matches()) {
      throw new IllegalStateException("TLC's state in an unknown form: " + text);
    }
    Map<String, String> values = values(end < 0 ? "" : text.substring(end + 1));
    return head.group(2) == null
        ? new Step("", "", 0, values)
        : new Step(head.group(2), head.group(4), Integer.parseInt(head.group(3)), values);
  }

  private static Map<String, String> values(String text) {
    Map<String, String> values = new TreeMap<>();
    for (String part : text.split("\n(?=/\\\\ )")) {
      Matcher value = VALUE.matcher(part.strip());
      if (value.matches()) {
        values.put(value.group(1), value.group(2).replaceAll("\\s*\n\\s*", " ").replaceAll("^\\[ ", "[").replaceAll(" ]$", "]"));
      }
    }
    return values;
  }
}
