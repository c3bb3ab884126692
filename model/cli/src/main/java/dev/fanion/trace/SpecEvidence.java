package dev.fanion.trace;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.Modules;
import dev.fanion.spec.docs.RuleTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the spec has about each rule: the properties whose comments name it, and the entries that must fail and say so. */
public final class SpecEvidence {
  private final RuleTable table;
  private final Map<String, Entry> failing = new TreeMap<>();
  private final List<Modules.Definition> definitions;
  private final Modules modules;
  private final Manifest manifest;

  /** Reads the manifests and modules of the clone with this root. */
  public SpecEvidence(Path root) {
    manifest = Manifest.load(root.resolve("spec"));
    modules = new Modules(root.resolve("spec").toAbsolutePath().normalize());
    definitions = modules.definitions();
    table = new RuleTable(manifest, modules, root);
    manifest.entries().stream().filter(entry -> entry.expect() instanceof Expectation.Fails)
        .forEach(entry -> failing.put(entry.name(), entry));
  }

  /** The properties that say a rule, as {@code MODULE!NAME}. */
  Set<String> properties(String rule) {
    return table.properties().getOrDefault(rule, Set.of());
  }

  /** Why no property says a rule; empty if one does. */
  String without(String rule) {
    return table.reasons().getOrDefault(rule, "");
  }

  /** The variants with one mistake whose line in the manifest names the rule; if it names none, those of its property count. */
  Set<String> mutants(String rule) {
    Set<String> mutants = new TreeSet<>();
    failing.values().stream().filter(entry -> !entry.mutates().isEmpty()).forEach(entry -> {
      Set<String> named = Rules.in(entry.why());
      if ((named.isEmpty() ? rules(entry.name()) : named).contains(rule)) {
        mutants.add(entry.name());
      }
    });
    return mutants;
  }

  /** Whether there is an entry of this name that must fail. */
  boolean mustFail(String entry) {
    return failing.containsKey(entry);
  }

  /** The rules that an entry that must fail is about: by its line in the manifest, and by the comment above its property. */
  Set<String> rules(String name) {
    Entry entry = failing.get(name);
    if (entry == null) {
      return Set.of();
    }
    Set<String> rules = new TreeSet<>(Rules.in(entry.why()));
    String property = ((Expectation.Fails) entry.expect()).property();
    definitions.stream().filter(each -> each.name().equals(property) && modules.sees(entry.module(), each.module()))
        .forEach(each -> rules.addAll(Rules.in(each.comment())));
    return rules;
  }

  /** What is wrong: rules without a property and without a reason, and lines of the manifest that name no rule. */
  List<String> problems(Rules rules) {
    List<String> problems = new ArrayList<>(table.problems());
    for (Entry entry : manifest.entries()) {
      Rules.in(entry.why()).stream().filter(id -> isOne(id, rules) && !rules.ids().contains(id)).forEach(id -> problems.add(
          "spec: the entry " + entry.name() + " names " + id + ", which is no rule; correct the line why"));
    }
    return problems;
  }

  /** Whether an id looks like one of ours: other things have names of that form, too. */
  private static boolean isOne(String id, Rules rules) {
    String chapter = id.substring(0, 4);
    return rules.ids().stream().anyMatch(rule -> rule.startsWith(chapter));
  }
}
