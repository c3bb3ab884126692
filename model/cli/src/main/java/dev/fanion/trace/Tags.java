package dev.fanion.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags in the sources of a clone: {@code //= FLG-5} at code that implements a rule, {@code //= FLG-5 type=test} at a test,
 * several with commas; in Python {@code #=} for {@code //=}. What stands between quotes is no tag.
 */
public final class Tags {
  private static final Map<String, String> SIGNS = Map.of("java", "//=", "c", "//=", "h", "//=", "py", "#=");
  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(?s:.*?)\"\"\"");
  private static final Pattern QUOTED = Pattern.compile("'(?:\\\\.|[^'\\\\\\n])'|\"(?:\\\\.|[^\"\\\\\\n])*\"");
  /** What stands before a sign that only tells of tags: another comment, or a line of a longer one. */
  private static final Pattern IN_COMMENT = Pattern.compile("//|/\\*|^\\s*\\*|^\\s*#");
  private static final Pattern ONE = Pattern.compile("([A-Z]{3}-\\d+)( type=test)?");
  private static final Pattern JUNIT = Pattern.compile("@Tag\\(\"([^\"]*)\"\\)");

  private final List<Tag> all = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /** Finds the tags of a clone. */
  public Tags(Checkout checkout) {
    for (String file : checkout.files("", SIGNS.keySet().toArray(String[]::new))) {
      if (checkout.text(file).contains(sign(file))) {
        find(file, checkout.text(file));
      }
    }
  }

  /** The tags, by file and line. */
  public List<Tag> all() {
    return all;
  }

  /** What is wrong with tags: their form, their rules, what they stand at. */
  List<String> problems(Set<String> rules) {
    List<String> wrong = new ArrayList<>(problems);
    for (Tag tag : all) {
      if (!rules.contains(tag.rule())) {
        wrong.add(tag.place() + ": the tag is of " + tag.rule() + ", which is no rule; ./fanion rules lists them");
      } else if (tag.test() && !tag.runs()) {
        wrong.add(tag.place() + ": the tag " + tag.rule() + " type=test stands at " + tag.name()
            + ", which no test runs; put it at a test, or leave type=test out");
      }
    }
    return wrong;
  }

  private static String sign(String file) {
    return SIGNS.get(Checkout.ending(file));
  }

  private void find(String file, String text) {
    String blank = TEXT_BLOCK.matcher(text).replaceAll(block -> block.group().replaceAll("[^\\n]", ""));
    String[] lines = QUOTED.matcher(blank).replaceAll("\"\"").split("\n", -1);
    String[] whole = text.split("\n", -1);
    Places places = new Places(file, lines);
    for (int i = 0; i < lines.length; i++) {
      int at = lines[i].indexOf(sign(file));
      if (at >= 0 && !IN_COMMENT.matcher(lines[i].substring(0, at)).find()) {
        read(places, i, lines[i].substring(at + sign(file).length()).strip(), whole[i]);
      }
    }
  }

  private void read(Places places, int line, String text, String whole) {
    Set<String> seen = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      Matcher one = ONE.matcher(part.strip());
      if (!one.matches() || !seen.add(one.group(1))) {
        problems.add(places.file() + ":" + (line + 1) + ": no tag: " + text + "; write " + sign(places.file()) + " FLG-5, or "
            + sign(places.file()) + " FLG-5 type=test; several, each once, with commas");
        return;
      }
      boolean test = one.group(2) != null;
      all.add(new Tag(one.group(1), test, places.file(), line + 1, places.name(line), places.runs(line)));
    }
    Matcher junit = JUNIT.matcher(whole);
    if (junit.find() && !seen.equals(Set.of(junit.group(1)))) {
      problems.add(places.file() + ":" + (line + 1) + ": JUnit's tag is " + junit.group(1) + ", the tag beside it " + seen
          + "; make them the same");
    }
  }
}
