package dev.fanion.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Each rule with all that shows it, and what is missing. */
public final class Trace {
  private static final String MAIN = "src/main/";
  private static final String PORT = "docs/porting/c/";

  private final Rules rules;
  private final SpecEvidence spec;
  private final Tags tags;
  private final Races races;
  private final Planted planted;
  private final Kills kills;
  private final Untraced untraced;
  private final Catalogue catalogue;

  /** What a rule has, by kind: the names. */
  record Evidence(String id, String says, Map<Kind, Set<String>> names) {
    Set<String> of(Kind kind) {
      return names.get(kind);
    }
  }

  /** The kinds of evidence, in the order of the table's columns. */
  enum Kind {
    PROPERTIES("properties"), MUTANTS("spec mutants"), CODE("code"), TESTS("tests"), RACES("races"), PLANTED("planted mistakes"),
    PORT("port to C");

    final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** Traces the rules of the clone with this root. */
  public Trace(Path root) {
    this(Checkout.at(root), new SpecEvidence(root.toAbsolutePath().normalize()));
  }

  Trace(Checkout checkout, SpecEvidence spec) {
    this.spec = spec;
    rules = new Rules(checkout);
    tags = new Tags(checkout);
    races = new Races(checkout);
    planted = new Planted(checkout);
    kills = new Kills(checkout);
    untraced = new Untraced(checkout);
    catalogue = new Catalogue(checkout, spec);
  }

  /** What is wrong, each with where and the cure; empty if each rule can be traced. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(rules.problems());
    problems.addAll(spec.problems(rules));
    problems.addAll(tags.problems(rules.ids()));
    problems.addAll(races.problems(tags.all()));
    problems.addAll(planted.problems(rules));
    kills.rules().forEach((kill, ids) -> ids.stream().filter(id -> !rules.ids().contains(id)).forEach(
        id -> problems.add(PORT + "kills: " + kill + " must name " + id + ", which is no rule; correct its words")));
    problems.addAll(untraced.problems(rules, catalogue));
    for (Evidence rule : all()) {
      boolean tested = !rule.of(Kind.TESTS).isEmpty();
      boolean explained = !untraced.because(rule.id()).isEmpty();
      if (!tested && !explained) {
        problems.add(rule.id() + ": no test is tagged with it; write //= " + rule.id()
            + " type=test at one, or give the reason in " + Untraced.FILE);
      } else if (tested && explained) {
        problems.add(Untraced.FILE + ": " + rule.id() + " is tested by " + String.join(", ", rule.of(Kind.TESTS))
            + "; take it out");
      }
    }
    return problems;
  }

  /** The rules in their order, each with its evidence. */
  List<Evidence> all() {
    return rules.ids().stream().map(this::evidence).toList();
  }

  Rules rules() {
    return rules;
  }

  /** Why a rule has no property; empty if it has one. */
  String withoutProperty(String rule) {
    return spec.without(rule);
  }

  /** Why a rule has no test, and what it has instead; empty if it has a test. */
  String withoutTest(String rule) {
    return untraced.because(rule).isEmpty() ? "" : untraced.because(rule) + "; " + untraced.instead(rule);
  }

  private Evidence evidence(String id) {
    Map<Kind, Set<String>> names = new TreeMap<>();
    names.put(Kind.PROPERTIES, spec.properties(id));
    names.put(Kind.MUTANTS, spec.mutants(id));
    names.put(Kind.CODE, tagged(id, tag -> !tag.test() && tag.file().contains(MAIN)));
    names.put(Kind.TESTS, tagged(id,
        tag -> tag.test() && !tag.file().startsWith(PORT) && !races.rules().containsKey(tag.name())));
    Set<String> raced = new TreeSet<>();
    races.rules().forEach((race, ids) -> {
      if (ids.contains(id)) {
        raced.add(race);
      }
    });
    names.put(Kind.RACES, raced);
    Set<String> mistakes = new TreeSet<>();
    planted.byName().values().stream().filter(mistake -> mistake.rules().contains(id))
        .forEach(mistake -> mistakes.add(mistake.name()));
    names.put(Kind.PLANTED, mistakes);
    Set<String> port = tagged(id, tag -> tag.file().startsWith(PORT));
    kills.rules().forEach((kill, ids) -> {
      if (ids.contains(id)) {
        port.add(kill);
      }
    });
    names.put(Kind.PORT, port);
    return new Evidence(id, rules.says(id), names);
  }

  private Set<String> tagged(String id, Predicate<Tag> which) {
    Set<String> names = new TreeSet<>();
    tags.all().stream().filter(tag -> tag.rule().equals(id) && which.test(tag)).forEach(tag -> names.add(tag.name()));
    return names;
  }
}
