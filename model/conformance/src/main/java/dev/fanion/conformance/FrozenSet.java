package dev.fanion.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the suite has at some time, as a file in TOML: a numbered set of requirements if it is kept.
 *
 * @param number the year and a number in it
 * @param points the variation points
 * @param parts the parts of a run
 * @param scripts what tells the scripts from each other, in their order, with blanks between them
 * @param rule the rules
 */
record FrozenSet(String number, List<String> points, List<String> parts, String scripts, List<Entry> rule) {
  /** As many scripts are named in a line of the file. */
  private static final int IN_A_LINE = 14;

  private static final TomlMapper TOML = new TomlMapper();
  private static final JsonMapper JSON = new JsonMapper();

  /** A rule, its words, and the planted mistakes that break it first. */
  record Entry(String id, String says, @Nullable Map<String, String> under, @Nullable List<String> planted) {
    static Entry of(Rule rule) {
      return new Entry(rule.id(), rule.says(), rule.under(), rule.planted());
    }

    /** What it demands under some sides instead. */
    Map<String, String> words() {
      return under == null ? Map.of() : under;
    }

    List<String> mistakes() {
      return planted == null ? List.of() : planted;
    }
  }

  /** Reads a set as {@link #text()} writes it. */
  static FrozenSet read(String text) throws JsonProcessingException {
    return TOML.readValue(text, FrozenSet.class);
  }

  List<String> scriptNames() {
    return List.of(scripts.strip().split("\\s+"));
  }

  /** The file. */
  String text() {
    StringBuilder text = new StringBuilder("# Requirements " + number + ": what the suite had when this set was frozen, as "
        + "docs/ci.md explains it.\n# Written by ./fanion rules --freeze " + number + "; not to be edited.\n\n");
    text.append("number = ").append(quoted(number)).append('\n').append(list("points", points)).append(list("parts", parts));
    List<String> names = scriptNames();
    text.append("\n# the scripts, by the beginnings of their hashes\nscripts = \"\"\"\n");
    for (int i = 0; i < names.size(); i += IN_A_LINE) {
      text.append(String.join(" ", names.subList(i, Math.min(names.size(), i + IN_A_LINE)))).append('\n');
    }
    text.append("\"\"\"\n");
    for (Entry entry : rule) {
      text.append("\n[[rule]]\nid = ").append(quoted(entry.id)).append("\nsays = ").append(quoted(entry.says)).append('\n');
      text.append(entry.mistakes().isEmpty() ? "" : list("planted", entry.mistakes()));
      if (!entry.words().isEmpty()) {
        text.append("[rule.under]\n");
        new TreeSet<>(entry.words().keySet()).forEach(side ->
            text.append(quoted(side)).append(" = ").append(quoted(entry.words().get(side))).append('\n'));
      }
    }
    return text.toString();
  }

  private static String list(String name, List<String> words) {
    return name + " = [\n" + words.stream().map(word -> "  " + quoted(word) + ",\n").collect(Collectors.joining()) + "]\n";
  }

  private static String quoted(String words) {
    try {
      return JSON.writeValueAsString(words); // what JSON escapes, TOML escapes in the same way
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What of this set is gone, or says something else, in a later one; each with the cure. */
  List<String> brokenBy(FrozenSet later) {
    List<String> problems = new ArrayList<>();
    gone(problems, "the variation point", points, later.points);
    gone(problems, "the part", parts, later.parts);
    gone(problems, "the script", scriptNames(), later.scriptNames());
    Map<String, Entry> rules = later.rule.stream().collect(Collectors.toMap(Entry::id, entry -> entry));
    for (Entry frozen : rule) {
      Entry now = rules.get(frozen.id);
      if (now == null) {
        problems.add(number + " has the rule " + frozen.id + ", which is gone; ids are for ever");
      } else {
        changed(problems, frozen.id, frozen.says, now.says);
        frozen.words().forEach((side, words) ->
            changed(problems, frozen.id + " under " + side, words, now.words().get(side)));
        now.words().keySet().stream().filter(side -> !frozen.words().containsKey(side)).forEach(side ->
            changed(problems, frozen.id + " under " + side, "", now.words().get(side)));
        gone(problems, "under " + frozen.id + " the planted mistake", frozen.mistakes(), now.mistakes());
      }
    }
    return problems;
  }

  private void gone(List<String> problems, String what, List<String> frozen, List<String> now) {
    frozen.stream().filter(name -> !now.contains(name)).forEach(name -> problems.add(number + " has " + what + " \"" + name
        + "\", which is gone; keep it beside what replaces it"));
  }

  private void changed(List<String> problems, String what, String frozen, @Nullable String now) {
    if (!frozen.equals(now)) {
      problems.add(number + " has " + what + " as \"" + frozen + "\", not \"" + now
          + "\"; put the words back, and give what is demanded now an id of its own");
    }
  }
}
