package dev.fanion.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The list of the mutants that no test can notice, each with the reason and its number. */
record Survivors(Map<Mutant, Integer> explained) {
  private static final List<String> KEYS = List.of("class", "method", "mutator", "change", "why");

  static Survivors read(String toml) throws JsonProcessingException {
    Map<Mutant, Integer> explained = new LinkedHashMap<>();
    for (JsonNode entry : new TomlMapper().readTree(toml).path("survivor")) {
      for (String key : KEYS) {
        if (entry.path(key).asText().isBlank()) {
          throw new IllegalArgumentException("an entry has no " + key + ": " + entry);
        }
      }
      Mutant mutant = new Mutant(entry.get("class").asText(), entry.get("method").asText(), entry.get("mutator").asText(),
          entry.get("change").asText());
      if (explained.put(mutant, entry.path("count").asInt(1)) != null) {
        throw new IllegalArgumentException("explained twice; give a count: " + mutant);
      }
    }
    return new Survivors(explained);
  }

  int count() {
    return explained.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The disagreements of list and report, in words. A mutant that timed out may have been found, or the machine was slow: if
   * the list explains it, that is no disagreement.
   */
  List<String> disagreements(MutationReport report) {
    List<String> wrong = new ArrayList<>();
    TreeSet<Mutant> all = new TreeSet<>(Comparator.comparing(Mutant::toString));
    all.addAll(explained.keySet());
    all.addAll(report.survivors().keySet());
    for (Mutant mutant : all) {
      int listed = explained.getOrDefault(mutant, 0);
      int survived = report.survivors().getOrDefault(mutant, 0);
      if (survived > listed) {
        wrong.add(survived + " survived, " + listed + " explained: " + mutant + ". Add a test that fails, or explain it.");
      } else if (survived + report.timedOut().getOrDefault(mutant, 0) < listed) {
        wrong.add(survived + " survived, " + listed + " explained: " + mutant + ". Correct the list.");
      }
    }
    return wrong;
  }
}
