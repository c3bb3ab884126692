package dev.fanion.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param file the file, relative to the clone
 * @param line where the part begins, counted from 1
 * @param text the part as it stands there, line breaks included
 */
record Snippet(String file, int line, String text) {
  private static final Pattern LINE_BREAK =
      Pattern.compile("[ *]*(?:\\*\\))?[ \\t]*\\n[ \\t]*(?:\\*|//|#|\\\\\\*|\\(\\*)*[ \\t]*");

  /** What a group of the pattern matches, wherever the pattern is found in this part. */
  List<Snippet> find(Pattern pattern, int group) {
    List<Snippet> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int counted = 0;
    int lineThere = line;
    while (matcher.find()) {
      if (matcher.group(group) != null) {
        lineThere += lineBreaks(counted, matcher.start(group));
        counted = matcher.start(group);
        found.add(new Snippet(file, lineThere, matcher.group(group)));
      }
    }
    return found;
  }

  /** This part in one line: without line breaks, and without the signs with which the lines of a comment begin and end. */
  Snippet inOneLine() {
    return new Snippet(file, line, LINE_BREAK.matcher(text).replaceAll(" ").strip());
  }

  Problem problem(String message) {
    return new Problem(file, line, message);
  }

  private int lineBreaks(int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }
}
