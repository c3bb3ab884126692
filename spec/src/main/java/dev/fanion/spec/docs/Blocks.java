package dev.fanion.spec.docs;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.ManifestException;
import dev.fanion.spec.Modules;
import dev.fanion.spec.run.SpecRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the generated parts of pages, by their kind. A run that several parts show is made once. */
final class Blocks {
  private final Manifest manifest;
  private final SpecRunner runner;
  private final Modules modules;
  private final Path home;
  private final Map<String, String> made = new HashMap<>();

  Blocks(Path specFolder, Manifest manifest, SpecRunner runner) {
    this.manifest = manifest;
    this.runner = runner;
    modules = new Modules(specFolder);
    home = specFolder.getParent();
  }

  /** The text of one part in Markdown. */
  String text(String page, String kind, String argument) throws InterruptedException {
    String key = kind + " " + argument;
    String text = made.get(key);
    if (text == null) {
      text = make(page, kind, argument);
      made.put(key, text);
    }
    return text;
  }

  private String make(String page, String kind, String argument) throws InterruptedException {
    return switch (kind) {
      case "rules" -> new RuleTable(manifest, modules, home).markdown();
      case "mutants" -> ManifestTables.mutants(manifest.mutants(List.of()));
      case "fairness" -> ManifestTables.fairness(manifest.entries());
      case "results" -> ManifestTables.results(manifest.select(List.of(argument)));
      case "deep" -> ManifestTables.bounds(manifest.deep(List.of()));
      case "bounds" -> ManifestTables.bounds(manifest.select(List.of()).stream()
          .filter(entry -> entry.expect() instanceof Expectation.Holds).toList());
      case "run" -> run(argument);
      case "neighbours" -> new NeighbourTable(home.resolve("spec"), manifest, modules).markdown();
      case "orders" -> orders(argument);
      case "outcomes" -> OutcomesTable.markdown(runner.once(manifest.entry(argument)).shown());
      default -> throw new ManifestException(page + ": no generated part is called '" + kind
          + "'; write rules, mutants, fairness, neighbours, results GROUP, bounds, deep, run ENTRY, orders ENTRIES or"
          + " outcomes ENTRY");
    };
  }

  /** A run. The argument may end with the word hiding and the variables to leave out. */
  private String run(String argument) throws InterruptedException {
    String[] parts = argument.split(" hiding ", 2);
    Set<String> hidden = parts.length == 1 ? Set.of() : Set.of(parts[1].split(" "));
    Entry entry = manifest.entry(parts[0]);
    Trace trace = Trace.of(runner.once(entry));
    for (String name : hidden) {
      if (!trace.steps().get(0).values().containsKey(name)) {
        throw new ManifestException(parts[0] + " has no variable " + name + "; it has " + trace.steps().get(0).values().keySet());
      }
    }
    return "**" + entry.name() + "**: " + entry.why() + ". Its end breaks " + ManifestTables.property(entry) + ".\n\n"
        + new RunTable(trace.without(hidden), modules).markdown();
  }

  private String orders(String names) throws InterruptedException {
    List<String> printed = new ArrayList<>();
    for (String name : names.split(" ")) {
      printed.addAll(runner.once(manifest.entry(name)).shown());
    }
    return OrdersTable.markdown(printed);
  }
}
