package dev.fanion.conformance;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.fanion.conformance.protocol.Nearest;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the project, with what the suite needs to know about it. Sets of rules are bit sets in a long, by {@link
 * #index}.
 *
 * @param id its name, which never changes
 * @param says what it demands, in a line
 * @param needs the features without which no conversation can show it
 * @param after the rule is in question only in a conversation that has a request with this trait; 0 for no such trait
 * @param before the rule is in question only in a conversation that has no request with this trait; 0 for no such trait
 * @param under what it demands under a side of a variation point, by "Point=side", where that is not what it says
 * @param planted planted mistakes that break this rule first, and that the suite's own tests find
 * @param untested why no conversation can show it
 * @param index its place in {@link #ALL}
 */
record Rule(
    String id,
    String says,
    List<String> needs,
    long after,
    long before,
    Map<String, String> under,
    List<String> planted,
    @Nullable String untested,
    int index) {

  /** All rules, in the order of their ids. */
  static final List<Rule> ALL = load();

  private static final Map<Object, Rule> BY_ID = ALL.stream().collect(Collectors.toMap(Rule::id, rule -> rule));

  private record Entry(
      String id,
      String says,
      @Nullable List<String> needs,
      @Nullable String after,
      @Nullable String before,
      @Nullable Map<String, String> under,
      @Nullable List<String> planted,
      @Nullable String untested) {

    Rule rule(int index) {
      return new Rule(id, says, needs == null ? List.of() : needs, trait(after), trait(before), under == null ? Map.of() : under,
          planted == null ? List.of() : planted, untested, index);
    }
  }

  /** "set event" or "limit" as a trait of requests; 0 for none. */
  private static long trait(@Nullable String words) {
    if (words == null) {
      return 0;
    } else if (words.equals("limit")) {
      return Request.LIMIT;
    }
    String[] parts = words.split(" ");
    Op op = Op.of(parts[0]).orElseThrow();
    return Request.of(op, Request.Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), "").trait();
  }

  private record Entries(List<Entry> rule) {}

  private static List<Rule> load() {
    try (InputStream in = Rule.class.getResourceAsStream("rules.toml")) {
      List<Rule> all = new ArrayList<>();
      new TomlMapper().readValue(in, Entries.class).rule().forEach(entry -> all.add(entry.rule(all.size())));
      if (all.size() > Long.SIZE) {
        throw new IllegalStateException("more than 64 rules do not fit a long");
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rule with this id, in capitals or not.
   *
   * @throws IllegalArgumentException if there is no such rule; the message names what was probably meant
   */
  static Rule named(String id) {
    Rule rule = BY_ID.get(id.toUpperCase(Locale.ROOT));
    if (rule == null) {
      String meant = Nearest.to(id.toUpperCase(Locale.ROOT), ALL.stream().map(Rule::id).toList())
          .map(near -> "; did you mean " + near + "?").orElse(";");
      throw new IllegalArgumentException("no rule " + id + meant + " ./fanion rules lists them");
    }
    return rule;
  }

  /** What it demands of an implementation with these sides, in a line. */
  String says(Profile profile) {
    Set<String> sides = profile.constants().entrySet().stream().map(side -> side.getKey() + "=" + side.getValue())
        .collect(Collectors.toSet());
    return under.keySet().stream().filter(key -> sides.containsAll(List.of(key.split(","))))
        .sorted(Comparator.comparing(key -> -key.split(",").length)).findFirst().map(under::get).orElse(says);
  }

  /** The rules that say something else under some side of a point, whatever the other sides are. */
  static long varying(VariationPoint point) {
    return ALL.stream().filter(rule -> rule.under.keySet().stream().anyMatch(key -> key.matches(point + "=[a-z]+")))
        .mapToLong(Rule::bit).reduce(0, (some, other) -> some | other);
  }

  /** The set of this rule alone. */
  long bit() {
    return 1L << index;
  }

  /** The set of the rules with these ids. */
  static long bits(Collection<?> ids) {
    long bits = 0;
    for (Object id : ids) {
      Rule rule = BY_ID.get(id);
      if (rule == null) {
        throw new IllegalStateException("a rule of the spec is not in rules.toml: " + id);
      }
      bits |= rule.bit();
    }
    return bits;
  }

  /** The ids of a set of rules. */
  static Set<String> ids(long bits) {
    Set<String> ids = new LinkedHashSet<>();
    for (Rule rule : ALL) {
      if ((bits & rule.bit()) != 0) {
        ids.add(rule.id);
      }
    }
    return ids;
  }

  /** The rules, of these, that are in question in a conversation whose requests have these traits. */
  static long inQuestion(long bits, long traits) {
    long in = bits;
    for (long left = bits; left != 0; left &= left - 1) {
      Rule rule = ALL.get(Long.numberOfTrailingZeros(left));
      boolean out = rule.after != 0 && (traits & rule.after) == 0 || (traits & rule.before) != 0;
      in &= out ? ~rule.bit() : -1L;
    }
    return in;
  }

  /** Why there is no verdict on this rule for an implementation with these features. */
  String whyUntested(Set<String> features) {
    if (untested != null) {
      return untested;
    }
    List<String> missing = needs.stream().filter(feature -> !features.contains(feature)).toList();
    return missing.isEmpty()
        ? "no conversation of this run exercised it"
        : "the adapter does not declare " + String.join(", ", missing);
  }
}
