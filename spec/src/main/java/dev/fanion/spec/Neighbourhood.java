package dev.fanion.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the last look for neighbours found, module by module: {@code neighbours.tsv} in the spec's folder. The next look tries
 * first what caught a neighbour before, and a page shows the sums.
 */
public final class Neighbourhood {
  private static final String FILE = "neighbours.tsv";

  private final Path file;
  private final Map<String, List<Neighbour>> modules = new LinkedHashMap<>();

  /** Reads the file; without one, nothing was tried. */
  public Neighbourhood(Path specFolder) {
    file = specFolder.resolve(FILE);
    List<String> lines = Files.exists(file) ? Modules.lines(file) : List.of();
    lines.stream().skip(1).map(Neighbour::of)
        .forEach(each -> modules.computeIfAbsent(each.module(), name -> new ArrayList<>()).add(each));
  }

  /** The modules of which something was tried, in the order of the file. */
  public List<String> modules() {
    return List.copyOf(modules.keySet());
  }

  /** What was tried of a module. */
  public List<Neighbour> of(String module) {
    return modules.getOrDefault(module, List.of());
  }

  /** The entry that caught this neighbour, or empty. */
  public String catcher(Conjunct conjunct) {
    return of(conjunct.module()).stream().filter(each -> each.isAbout(conjunct) && !each.survives()).map(Neighbour::entry)
        .findFirst().orElse("");
  }

  /**
   * Takes what was tried now in place of what was tried before. What the module no longer has goes.
   *
   * @param conjuncts all that the module has now, in their order
   */
  public void put(String module, List<Conjunct> conjuncts, List<Neighbour> tried) {
    List<Neighbour> all = new ArrayList<>(tried);
    of(module).stream()
        .filter(old -> tried.stream().noneMatch(each -> each.definition().equals(old.definition())
            && each.conjunct().equals(old.conjunct())))
        .forEach(all::add);
    all.sort(Comparator.comparingInt(each -> place(each, conjuncts)));
    all.removeIf(each -> place(each, conjuncts) < 0);
    modules.put(module, all);
  }

  private static int place(Neighbour neighbour, List<Conjunct> conjuncts) {
    for (int i = 0; i < conjuncts.size(); i++) {
      if (neighbour.isAbout(conjuncts.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Writes the file. */
  public void write() throws IOException {
    List<String> lines = new ArrayList<>(List.of(Neighbour.COLUMNS));
    modules.keySet().stream().sorted().forEach(module -> of(module).forEach(each -> lines.add(each.line())));
    Files.write(file, lines);
  }
}
