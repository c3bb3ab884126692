package dev.fanion.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the properties that hold could fail: what the manifest can tell without a run.
 *
 * <p>An action is taken in some entry of its module. A property {@code P} that is an implication or a leads-to has an action {@code PApplies} somewhere, which is enabled
 * where the antecedent is true; that some entry takes it, the runner sees to, as for any other action. A property that
 * promises something in the end has an entry that loses it for want of one conjunct of fairness. Each property is the one
 * that some entry names as failing.
 */
public final class Vacuity {
  private static final Pattern CONDITIONAL = Pattern.compile("=>|~>");
  private static final Pattern EVENTUAL = Pattern.compile("~>|<>");

  private final Map<String, Modules.Definition> definitions;
  private final Set<String> named;
  private final Set<String> lost;
  private final Set<String> holding = new TreeSet<>();
  private final Map<String, Set<String>> idle = new TreeMap<>();

  /** Looks at the entries of a manifest. */
  public Vacuity(Path specFolder, Manifest manifest) {
    Modules modules = new Modules(specFolder.toAbsolutePath().normalize());
    definitions = modules.definitions();
    named = properties(manifest, false);
    lost = properties(manifest, true);
    for (Entry entry : manifest.entries()) {
      if (entry.expect() instanceof Expectation.Holds holds) {
        idle.computeIfAbsent(entry.module(), module -> new TreeSet<>(holds.idle())).retainAll(holds.idle());
        Config config = Config.read(modules.folder().resolve(entry.config()));
        holding.addAll(config.invariants());
        holding.addAll(config.properties());
      }
    }
  }

  private static Set<String> properties(Manifest manifest, boolean unfair) {
    return manifest.entries().stream()
        .filter(entry -> !unfair || !entry.without().isEmpty())
        .filter(entry -> entry.expect() instanceof Expectation.Fails)
        .map(entry -> ((Expectation.Fails) entry.expect()).property())
        .collect(Collectors.toSet());
  }

  /** What is missing, in words, with the cure; empty if nothing is. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    idle.forEach((module, actions) -> actions.forEach(action -> problems.add(
        module + "!" + action + ": no entry ever takes it; add a config that does, or delete the action")));
    holding.forEach(name -> check(name, problems));
    return problems;
  }

  private void check(String name, List<String> problems) {
    Modules.Definition definition = definitions.get(name);
    if (definition == null) {
      problems.add(name + ": a config lists it, but no module defines it");
      return;
    }
    String body = definition.body().replace("<<", "").replace(">>", "");
    if (CONDITIONAL.matcher(body).find() && !isUsed(name + "Applies")) {
      problems.add(name + ": nothing shows that its antecedent is ever true; add an action " + name
          + "Applies to the next-state relation of an entry that holds");
    }
    if (EVENTUAL.matcher(body).find() && !lost.contains(name)) {
      problems.add(name + ": nothing shows that it needs fairness; add an entry that fails without one conjunct of it");
    }
    if (!named.contains(name)) {
      problems.add(name + ": no entry fails on it; add a variant with one mistake that does");
    }
  }

  private boolean isUsed(String action) {
    Pattern word = Pattern.compile("\\b" + action + "\\b");
    return definitions.containsKey(action) && definitions.values().stream()
        .anyMatch(definition -> !definition.name().equals(action) && word.matcher(definition.body()).find());
  }
}
