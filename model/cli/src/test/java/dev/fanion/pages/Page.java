package dev.fanion.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in Markdown: its code spans, its blocks of code, its links, and the anchors of its headings. */
final class Page {
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *``` *$");
  private static final Pattern INDENTED = Pattern.compile("(?m)(?<=\\n\\n)(?:    [^\\n]*\\n?|\\n(?=    ))+");
  private static final Pattern SPAN = Pattern.compile("(?<!`)(`+)(?!`)((?:[^`\\n]++|\\n(?!\\s*\\n))++)\\1(?!`)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#* *$");

  private final Snippet whole;
  private final Snippet prose;

  Page(Snippet whole) {
    this.whole = whole;
    prose = new Snippet(whole.file(), whole.line(), blank(INDENTED, blank(FENCE, whole.text())));
  }

  String file() {
    return whole.file();
  }

  Snippet whole() {
    return whole;
  }

  /** What stands between backticks, each in one line. */
  List<Snippet> spans() {
    return prose.find(SPAN, 2).stream().map(Page::inOneLine).toList();
  }

  /** The lines of fenced and of indented code; a line that ends with a backslash goes on in the next. */
  List<Snippet> code() {
    List<Snippet> lines = new ArrayList<>();
    List<Snippet> blocks = new ArrayList<>(whole.find(FENCE, 0));
    blocks.addAll(new Snippet(whole.file(), whole.line(), blank(FENCE, whole.text())).find(INDENTED, 0));
    for (Snippet block : blocks) {
      String text = block.text().replaceAll("\\\\\\n", "  ");
      lines.addAll(new Snippet(block.file(), block.line(), text).find(Pattern.compile("[^\\n]+"), 0));
    }
    return lines;
  }

  /** The targets of the links. */
  List<Snippet> links() {
    String withoutSpans = SPAN.matcher(prose.text()).replaceAll(span -> Matcher.quoteReplacement(hidden(span, false)));
    return new Snippet(prose.file(), prose.line(), withoutSpans).find(LINK, 1);
  }

  /** What a link may have behind its '#'. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Snippet heading : prose.find(HEADING, 1)) {
      String anchor = heading.text().replaceAll("\\]\\([^)]*\\)", "").toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    return anchors;
  }

  private static Snippet inOneLine(Snippet span) {
    return new Snippet(span.file(), span.line(), span.text().replaceAll("\\s+", " ").replace("\\|", "|").strip());
  }

  private static String blank(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(match -> hidden(match, true));
  }

  /** As many lines as the match has; spans leave a mark, so that a link whose words are a span remains one. */
  private static String hidden(MatchResult match, boolean block) {
    String lines = match.group().replaceAll("[^\\n]", "");
    return block ? lines : "code" + lines;
  }
}
