package dev.fanion.pages;

import java.util.List;
import java.util.Set;

/** The lengths of the files of main code, in Java and Python. */
final class MainCode {
  private static final int LINES = 250;
  private static final Set<String> LONGER = Set.of("impl/src/main/java/dev/fanion/EventLoop.java"); // half of it is Javadoc

  private MainCode() {}

  static List<Problem> tooLong(Clone clone) {
    return clone.files("java", "py").stream().filter(file -> !file.contains("/src/test/") && !LONGER.contains(file))
        .map(clone::whole).filter(file -> lines(file) > LINES)
        .map(file -> file.problem(lines(file) + " lines, of at most " + LINES)).toList();
  }

  private static long lines(Snippet file) {
    return file.text().lines().count();
  }
}
