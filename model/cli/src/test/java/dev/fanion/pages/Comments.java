package dev.fanion.pages;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The comments of a file, by the language that its ending tells. */
final class Comments {
  private static final String STRING = "\"(?:\\\\.|[^\"\\\\\\n])*+\"";
  private static final Pattern JAVA = Pattern.compile(
      "\"\"\"(?s:.*?)\"\"\"|" + STRING + "|'(?:\\\\.|[^'\\\\\\n])*+'|(/\\*(?s:.*?)\\*/|(?://[^\\n]*\\n?[ \\t]*)+)");
  private static final Pattern TLA = Pattern.compile(
      STRING + "|((?:\\(\\*(?s:.*?)\\*\\)\\s*)+|(?:\\\\\\*[^\\n]*\\n?[ \\t]*)+)");
  private static final Pattern HASH = Pattern.compile("(\"\"\"(?s:.*?)\"\"\"|(?:(?<![^\\s])#[^\\n]*\\n?[ \\t]*)+)");
  private static final Pattern XML = Pattern.compile("(<!--(?s:.*?)-->)");

  private static final Map<String, Pattern> BY_ENDING = Map.of(
      "java", JAVA, "tla", TLA, "cfg", TLA, "py", HASH, "toml", HASH, "sh", HASH, "", HASH, "properties", HASH, "xml", XML);

  private Comments() {}

  /** The comments; those on adjacent lines are one. None, if the language is not known. */
  static List<Snippet> of(Snippet file) {
    Pattern pattern = BY_ENDING.get(Clone.ending(file.file()));
    return pattern == null ? List.of() : file.find(pattern, 1);
  }

  /** A module's text without its comments. */
  static String without(Snippet module) {
    return TLA.matcher(module.text()).replaceAll(match -> match.group(1) == null ? "\"\"" : "\n");
  }
}
