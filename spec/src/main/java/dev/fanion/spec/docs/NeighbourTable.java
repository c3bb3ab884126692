package dev.fanion.spec.docs;

import dev.fanion.spec.Conjunct;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.Modules;
import dev.fanion.spec.Neighbour;
import dev.fanion.spec.Neighbourhood;
import dev.fanion.spec.Survivors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What fails without each conjunct of the modules, as sums; and the conjuncts that no claim needs, with the reasons. */
final class NeighbourTable {
  private static final String TYPES = "invariant TypeOK";

  private final Neighbourhood neighbourhood;
  private final Survivors survivors;
  private final Modules modules;
  private final Set<String> claims;

  NeighbourTable(Path specFolder, Manifest manifest, Modules modules) {
    neighbourhood = new Neighbourhood(specFolder);
    survivors = new Survivors(specFolder);
    this.modules = modules;
    claims = manifest.claims();
  }

  /** Both tables in Markdown. */
  String markdown() {
    List<String> lines = new ArrayList<>(List.of(
        "| module | conjuncts | tried | fail an invariant | fail a property | fail `TypeOK` first | TLC stops | survive | of "
            + "these without a reason |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"));
    List<String> reasons = new ArrayList<>();
    for (String module : neighbourhood.modules()) {
      List<Conjunct> all = modules.conjuncts(module, claims);
      List<Neighbour> tried = neighbourhood.of(module).stream()
          .filter(each -> all.stream().anyMatch(each::isAbout)).toList();
      lines.add("| `" + module + "` | " + all.size() + " | " + tried.size() + " | " + sums(tried) + " |");
      tried.stream().filter(Neighbour::survives).map(this::row).forEach(reasons::add);
    }
    lines.addAll(List.of("", "| module | definition | without | nothing fails, for |", "| --- | --- | --- | --- |"));
    lines.addAll(reasons);
    return String.join("\n", lines);
  }

  private String row(Neighbour survivor) {
    String conjunct = survivor.conjunct().replace("|", "\\|");
    return "| `" + String.join("` | `", survivor.module(), survivor.definition(), conjunct) + "` | "
        + survivors.reason(survivor) + " |";
  }

  private String sums(List<Neighbour> tried) {
    return String.join(" | ",
        count(tried, each -> each.caught().startsWith("invariant ") && !each.caught().equals(TYPES)),
        count(tried, each -> each.caught().contains("property ") || each.caught().equals("a property")),
        count(tried, each -> each.caught().equals(TYPES)),
        count(tried, each -> each.caught().contains("error")),
        count(tried, Neighbour::survives),
        count(tried, each -> each.survives() && survivors.reason(each).isEmpty()));
  }

  private static String count(List<Neighbour> all, Predicate<Neighbour> which) {
    return "" + all.stream().filter(which).count();
  }
}
