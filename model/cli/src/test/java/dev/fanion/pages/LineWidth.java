package dev.fanion.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines end at column 130 at the latest. Longer ones may be: rows of tables, what a command writes into a page, a line that
 * is one link, and a line that is too long by a web address.
 */
final class LineWidth {
  private static final int COLUMNS = 130;
  private static final Pattern ONE_LINK = Pattern.compile("\\s*(?:[-*]|\\d+\\.)? *\\[[^\\]]*\\]\\([^)]*\\)[.,;:]?");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private LineWidth() {}

  static List<Problem> problems(Snippet file) {
    List<Problem> problems = new ArrayList<>();
    boolean page = file.file().endsWith(".md");
    boolean generated = false;
    int number = file.line();
    for (String line : file.text().split("\n", -1)) {
      generated = page && (line.startsWith("<!-- generated:") || generated && !line.equals("<!-- end -->"));
      int width = width(ADDRESS.matcher(line).replaceAll(""));
      if (width > COLUMNS && !generated && !(page && mayBeLong(line))) {
        problems.add(new Problem(file.file(), number, width + " columns, of at most " + COLUMNS));
      }
      number++;
    }
    return problems;
  }

  private static boolean mayBeLong(String line) {
    return line.strip().startsWith("|") || ONE_LINK.matcher(line).matches();
  }

  private static int width(String line) {
    return line.codePointCount(0, line.length());
  }
}
