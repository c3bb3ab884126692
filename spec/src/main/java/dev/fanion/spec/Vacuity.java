package dev.fanion.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the properties that hold could fail, as far as the manifest tells without a run. Four things are required:
 *
 * <ul>
 *   <li>Each action is taken in some entry: of its module, of a module that extends it, or of a module that it extends.
 *   <li>A property {@code P} that is an implication or a leads-to has an action {@code PApplies}, which is enabled when the
 *       antecedent is true. The runner requires that some entry takes the action, as it does for any other action. If such an
 *       action is not possible, the comment above the property ends with {@code Reached by} and the names of entries that reach
 *       the antecedent.
 *   <li>A property that promises something in the end has an entry that loses it for want of one conjunct of fairness.
 *   <li>Each property but {@code TypeOK} is the one that some entry names as failing.
 * </ul>
 */
public final class Vacuity {
  private static final Pattern CONDITIONAL = Pattern.compile("=>|~>");
  private static final Pattern EVENTUAL = Pattern.compile("~>|<>");
  private static final String TYPES = "TypeOK";

  private static final Pattern REACHED = Pattern.compile("Reached by ([\\w-]+(?:, [\\w-]+)*)");

  private final Modules modules;
  private final Set<String> entries;
  private final List<Modules.Definition> definitions;
  private final Set<Modules.Definition> holding = new LinkedHashSet<>();
  private final Set<Modules.Definition> failing = new LinkedHashSet<>();
  private final Set<Modules.Definition> lost = new LinkedHashSet<>();
  private final Map<String, Set<String>> idle = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /** Looks at the entries of a manifest. */
  public Vacuity(Path specFolder, Manifest manifest) {
    modules = new Modules(specFolder.toAbsolutePath().normalize());
    definitions = modules.definitions();
    entries = manifest.entries().stream().map(Entry::name).collect(Collectors.toSet());
    manifest.entries().forEach(this::sort);
    idle.forEach((module, actions) -> actions.stream().filter(action -> !isTakenElsewhere(module, action)).forEach(
        action -> problems.add(module + "!" + action
            + ": no entry ever takes it; add a config that does, or delete the action")));
    holding.forEach(this::check);
  }

  /** What is missing, with the cure; empty if nothing is missing. */
  public List<String> problems() {
    return problems;
  }

  private void sort(Entry entry) {
    if (entry.expect() instanceof Expectation.Fails fails) {
      failing.addAll(find(entry, fails.property()));
      if (!entry.without().isEmpty()) {
        lost.addAll(find(entry, fails.property()));
      }
    } else if (entry.expect() instanceof Expectation.Holds holds) {
      idle.computeIfAbsent(entry.module(), module -> new TreeSet<>(holds.idle())).retainAll(holds.idle());
      for (String name : entry.config().all()) {
        List<Modules.Definition> found = find(entry, name);
        if (found.isEmpty()) {
          problems.add(name + ": " + entry.config().file() + " lists it, but no module near " + entry.module() + " defines it");
        }
        holding.addAll(found);
      }
    }
  }

  /** Whether an entry of a related module takes the action. A related module extends this one, or this one extends it. */
  private boolean isTakenElsewhere(String module, String action) {
    return idle.entrySet().stream()
        .filter(other -> !other.getValue().contains(action))
        .map(Map.Entry::getKey)
        .filter(other -> modules.extended(module).contains(other) || modules.extended(other).contains(module))
        .map(modules::extended)
        .anyMatch(bases -> definitions.stream()
            .anyMatch(definition -> definition.name().equals(action) && bases.contains(definition.module())));
  }

  private List<Modules.Definition> find(Entry entry, String name) {
    return definitions.stream()
        .filter(definition -> definition.name().equals(name) && modules.sees(entry.module(), definition.module()))
        .toList();
  }

  private void check(Modules.Definition property) {
    String name = property.module() + "!" + property.name();
    String body = property.body().replace("<<", "").replace(">>", "");
    boolean types = property.name().equals(TYPES);
    if (!types && CONDITIONAL.matcher(body).find() && !isReached(property) && !applies(property)) {
      problems.add(name + ": nothing shows that its antecedent is ever true; add an action " + property.name()
          + "Applies to the next-state relation of an entry that holds");
    }
    if (EVENTUAL.matcher(body).find() && !lost.contains(property)) {
      problems.add(name + ": nothing shows that it needs fairness; add an entry that fails without one conjunct of it");
    }
    if (!types && !failing.contains(property)) {
      problems.add(name + ": no entry fails on it; add a variant with one mistake that does");
    }
  }

  private boolean isReached(Modules.Definition property) {
    Matcher reached = REACHED.matcher(property.comment());
    return reached.find() && entries.containsAll(List.of(reached.group(1).split(", ")));
  }

  /** Whether a module that sees the property defines such an action, and uses it. */
  private boolean applies(Modules.Definition property) {
    String action = property.name() + "Applies";
    Pattern word = Pattern.compile("\\b" + action + "\\b");
    return definitions.stream()
        .filter(definition -> definition.name().equals(action) && modules.sees(definition.module(), property.module()))
        .anyMatch(definition -> definitions.stream().anyMatch(other -> other.module().equals(definition.module())
            && !other.name().equals(action) && word.matcher(other.body()).find()));
  }
}
