package dev.fanion.traces;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The shipped flag and loop with one mistake.
 *
 * @param forms the broken forms of {@code stress/jcstress} that have it
 * @param edits what is changed in the shipped sources
 * @param refused the entry at which a trace of it is refused; * stands for any text, ? for any character
 */
record Mistake(List<String> forms, List<Edit> edits, String refused) {
  /**
   * A change of a source file.
   *
   * @param type the class, of package dev.fanion
   * @param text what stands there once
   * @param instead what is to stand there
   */
  record Edit(String type, String text, String instead) {}

  boolean isRefusedAt(Entry entry) {
    String pattern = Pattern.quote(refused).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return entry.toString().matches(pattern);
  }

  @Override
  public String toString() {
    return String.join(", ", forms);
  }
}
