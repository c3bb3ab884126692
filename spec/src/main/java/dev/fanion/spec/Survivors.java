package dev.fanion.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conjuncts that no claim needs, each with the reason: {@code survivors.tsv} in the spec's folder, whose first line names its
 * columns: module, definition, conjunct, reason.
 */
public final class Survivors {
  private static final String FILE = "survivors.tsv";
  private static final int COLUMNS = 4;

  private final Map<List<String>, String> reasons = new LinkedHashMap<>();

  /**
   * Reads the file; without one, nothing survives.
   *
   * @throws ManifestException if a line has other columns
   */
  public Survivors(Path specFolder) {
    Path file = specFolder.resolve(FILE);
    List<String> lines = Files.exists(file) ? Modules.lines(file) : List.of();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = List.of(lines.get(i).split("\t", -1));
      if (cells.size() != COLUMNS || cells.get(COLUMNS - 1).isBlank()) {
        throw new ManifestException(file + ":" + (i + 1) + ": not four columns; write module, definition, conjunct and reason,"
            + " with tabs between them");
      }
      reasons.put(cells.subList(0, COLUMNS - 1), cells.get(COLUMNS - 1));
    }
  }

  /** Why this neighbour may survive; empty if nothing says so. */
  public String reason(Neighbour neighbour) {
    return reasons.getOrDefault(List.of(neighbour.module(), neighbour.definition(), neighbour.conjunct()), "");
  }

  /** What the file says of a module's conjuncts that are not among these, in words. */
  public List<String> others(String module, List<Conjunct> survivors) {
    List<List<String>> keys = survivors.stream().map(Survivors::key).toList();
    List<String> others = new ArrayList<>();
    reasons.keySet().stream().filter(key -> key.get(0).equals(module) && !keys.contains(key))
        .forEach(key -> others.add(FILE + ": " + String.join(", ", key) + ": does not survive; take the line out"));
    return others;
  }

  private static List<String> key(Conjunct conjunct) {
    return List.of(conjunct.module(), conjunct.definition(), conjunct.text());
  }
}
