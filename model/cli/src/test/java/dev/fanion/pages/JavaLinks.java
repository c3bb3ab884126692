package dev.fanion.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comments of Java files link to, also those that no tool makes a page of. */
final class JavaLinks {
  private static final Pattern LINK = Pattern.compile(
      "(?:\\{@link(?:plain)?|@see)\\s+(?:\\*\\s+)?((?=[\\w#])[\\w.]*+(?:#\\w++)?)(?=[\\s(}])");

  private final JavaNames java;

  JavaLinks(JavaNames java) {
    this.java = java;
  }

  /** What is wrong with the links in a comment of a file. */
  List<Problem> problems(Snippet comment, Snippet file) {
    List<Problem> problems = new ArrayList<>();
    for (Snippet link : comment.find(LINK, 1)) {
      Matcher parts = Pattern.compile("([\\w.]*)#?(\\w*)").matcher(link.text());
      if (parts.matches() && !exists(file, parts.group(1), parts.group(2))) {
        problems.add(link.problem("a link to " + link.text() + ", but there is no such class or member"));
      }
    }
    return problems;
  }

  private boolean exists(Snippet file, String type, String member) {
    if (type.isEmpty()) {
      return java.fileHasMember(file.file(), member);
    }
    String whole = member.isEmpty() ? type : type + "." + member;
    return java.knows(whole) || Jdk.knows(whole) || isImportedFromALibrary(file, type);
  }

  private static boolean isImportedFromALibrary(Snippet file, String type) {
    return file.text().lines().anyMatch(line -> line.matches("import (?!dev\\.fanion|java\\.).*\\." + type + ";"));
  }
}
