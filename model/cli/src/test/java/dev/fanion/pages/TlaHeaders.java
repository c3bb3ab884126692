package dev.fanion.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence of a module's header that says which Java implements it: "Implemented by dev.fanion.Hint.mark, Link and
 * Scheduler (turns, handOver)." The names in parentheses are members of the class before them.
 */
final class TlaHeaders {
  private static final Pattern SENTENCE = Pattern.compile("Implemented by\\s([^.]*(?:\\.\\w[^.]*)*)\\.");
  private static final Pattern NAME = Pattern.compile("[\\w.]*\\w|[()]");

  private final JavaNames java;

  TlaHeaders(JavaNames java) {
    this.java = java;
  }

  List<Problem> problems(Snippet comment) {
    List<Problem> problems = new ArrayList<>();
    for (Snippet sentence : comment.find(SENTENCE, 1)) {
      String type = null;
      boolean members = false;
      Matcher name = NAME.matcher(sentence.inOneLine().text());
      while (name.find()) {
        String word = name.group();
        if (word.equals("(") || word.equals(")")) {
          members = word.equals("(");
        } else if (members && type != null && Character.isUpperCase(type.charAt(0))) {
          check(sentence, type + "." + word, problems);
        } else if (!members && word.matches(".*[A-Z].*|dev\\.fanion.*")) {
          check(sentence, word, problems);
          type = word.replaceFirst(".*\\.(?=[A-Z])", "");
        }
      }
    }
    return problems;
  }

  private void check(Snippet sentence, String name, List<Problem> problems) {
    if (!java.knows(name)) {
      problems.add(sentence.problem("implemented by " + name + ", but there is no such class or member"));
    }
  }
}
