package dev.fanion.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the project, as far as the suite has to do with it. Sets of rules are bit sets in a long, by {@link
 * #index}.
 *
 * @param id its name, for ever
 * @param says what it demands, in a line
 * @param needs the features without which no conversation can show it
 * @param after an operation without which in the conversation the rule is not in question, for example "clear event"
 * @param before an operation with which in the conversation the rule is not in question any more
 * @param untested why no conversation of this suite can show it
 */
record Rule(
    String id,
    String says,
    @Nullable List<String> needs,
    @Nullable String after,
    @Nullable String before,
    @Nullable String untested,
    @JsonProperty(access = JsonProperty.Access.READ_ONLY) int index) {

  /** All rules, in the order of their ids. */
  static final List<Rule> ALL = load();

  private record File(List<Rule> rule) {}

  private static List<Rule> load() {
    try (InputStream in = Rule.class.getResourceAsStream("rules.toml")) {
      List<Rule> all = new ArrayList<>();
      for (Rule r : new TomlMapper().readValue(in, File.class).rule()) {
        all.add(new Rule(r.id, r.says, r.needs == null ? List.of() : r.needs, r.after, r.before, r.untested, all.size()));
      }
      if (all.size() > Long.SIZE) {
        throw new IllegalStateException("more than 64 rules do not fit a long");
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long bits(Collection<?> ids) {
    long bits = 0;
    for (Rule rule : ALL) {
      if (ids.contains(rule.id)) {
        bits |= 1L << rule.index;
      }
    }
    if (Long.bitCount(bits) != ids.size()) {
      throw new IllegalStateException("a rule of the spec is not in rules.toml: " + ids);
    }
    return bits;
  }

  static Set<String> ids(long bits) {
    Set<String> ids = new LinkedHashSet<>();
    for (Rule rule : ALL) {
      if ((bits >>> rule.index & 1) != 0) {
        ids.add(rule.id);
      }
    }
    return ids;
  }

  /** Those of these rules that are in question in a conversation with these operations ("clear event", …). */
  static long inQuestion(long bits, Set<String> operations) {
    long in = bits;
    for (Rule rule : ALL) {
      boolean out = rule.after != null && !operations.contains(rule.after)
          || rule.before != null && operations.contains(rule.before);
      if (out) {
        in &= ~(1L << rule.index);
      }
    }
    return in;
  }
}
