package dev.fanion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run in its three forms: for a terminal, for a page, for a program. */
final class Report {
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Figures figures;
  private final Table table;
  private final List<String> troubles;

  Report(String command, Map<String, String> machine, Figures figures, List<String> troubles) {
    facts.put("command", command);
    facts.putAll(machine);
    this.figures = figures;
    this.table = new Table(figures, Row.ALL);
    this.troubles = troubles;
  }

  Table table() {
    return table;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    facts.forEach((name, value) -> text.append(name).append(": ").append(value).append("\n"));
    text.append("\n").append(table.text());
    troubles.forEach(trouble -> text.append("\nnot measured: ").append(trouble).append("\n"));
    return text.toString();
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    facts.forEach((name, value) ->
        text.append("- ").append(name).append(": ").append(name.equals("command") ? "`" + value + "`" : value).append("\n"));
    return text.append("\n").append(table.markdown()).toString();
  }

  void json(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    facts.forEach(root::put);
    ArrayNode rows = root.putArray("rows");
    for (Row row : table.rows()) {
      ObjectNode entry = rows.addObject();
      entry.put("operation", row.operation()).put("label", row.label()).put("unit", row.unit());
      ObjectNode values = entry.putObject("figures");
      for (SubjectKind subject : SubjectKind.values()) {
        figures.get(row.operation(), subject).ifPresent(value -> values.put(subject.name(), value));
      }
      ArrayNode goals = entry.putArray("goals");
      row.goals().forEach(goal -> goals.add(goal.words()));
      entry.put("reached", table.reached(row));
    }
    ArrayNode missing = root.putArray("not measured");
    troubles.forEach(missing::add);
    mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
