package dev.fanion.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conjunct of a definition that stands at the beginning of a line, with the lines that go on with it.
 *
 * @param module where it stands
 * @param definition the operator
 * @param from its first line, counted from 0
 * @param to the line behind its last
 * @param text the conjunct in one line, without its sign and comments
 * @param instead the line in its place: nothing for a condition; no change for what says how a variable changes
 */
public record Conjunct(String module, String definition, int from, int to, String text, String instead) {
  private static final Pattern BEGINNING = Pattern.compile("( *)/\\\\ .*");
  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)' (=|\\\\in) ");
  private static final Pattern AND = Pattern.compile(" /\\\\ ");
  private static final String NO_CHANGE = "UNCHANGED ";

  /** Without a part of it, the first states are not known. */
  private static final String FIRST = "Init";

  /**
   * The conjuncts of a module, in the order of its lines; but not those that say that nothing changes, or how it all begins.
   *
   * @param variables the variables of the module and of those that it extends
   * @param claims the definitions that are left out: claims, of which a part less claims less
   */
  static List<Conjunct> of(String module, List<String> lines, Set<String> variables, Set<String> claims) {
    List<Conjunct> all = new ArrayList<>();
    String definition = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher defined = Modules.DEFINITION.matcher(lines.get(i));
      definition = defined.lookingAt() ? defined.group(1) : definition;
      Matcher begun = BEGINNING.matcher(lines.get(i));
      if (begun.matches() && !definition.isEmpty() && !definition.equals(FIRST) && !claims.contains(definition)) {
        int to = end(lines, i, begun.group(1).length());
        String text = Modules.withoutComments(String.join("\n", lines.subList(i, to))).strip().substring(2)
            .replaceAll("\\s+", " ").strip();
        if (!text.startsWith(NO_CHANGE)) {
          all.add(new Conjunct(module, definition, i, to, text, begun.group(1) + "/\\ " + instead(text, variables)));
        }
      }
    }
    return all;
  }

  /** The line behind the last of the conjunct that begins on a line with these blanks. */
  private static int end(List<String> lines, int from, int blanks) {
    int to = from + 1;
    while (to < lines.size() && !lines.get(to).isBlank() && blanks(lines.get(to)) > blanks) {
      to++;
    }
    return to;
  }

  private static int blanks(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String instead(String text, Set<String> variables) {
    Set<String> changed = new LinkedHashSet<>();
    if (ASSIGNMENT.matcher(text).lookingAt()) { // then what else has a prime may be only looked at
      AND.splitAsStream(text).map(ASSIGNMENT::matcher).filter(Matcher::lookingAt).forEach(given -> changed.add(given.group(1)));
    } else {
      ASSIGNMENT.matcher(text).results().forEach(given -> changed.add(given.group(1)));
    }
    changed.retainAll(variables);
    return changed.isEmpty() ? "TRUE" : NO_CHANGE + "<<" + String.join(", ", changed) + ">>";
  }

  /** Whether it says how a variable changes. Where its action is never taken, what stands in its place changes nothing. */
  public boolean assigns() {
    return instead.contains(NO_CHANGE);
  }

  /** The module's lines with the neighbour in place of the conjunct. */
  public List<String> edited(List<String> lines) {
    List<String> edited = new ArrayList<>(lines.subList(0, from));
    edited.add(instead);
    edited.addAll(lines.subList(to, lines.size()));
    return edited;
  }
}
