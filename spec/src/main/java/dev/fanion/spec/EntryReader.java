package dev.fanion.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Turns one of the manifest's tables into an entry, and checks what the table says. */
final class EntryReader {
  private static final Set<String> COMMON = Set.of("name", "group", "module", "config", "base", "replace", "constants", "why",
      "expect", "property", "deep", "workers", "heap");
  private static final Set<String> HOLDS = Set.of("distinct", "generated", "idle");
  private static final Set<String> FAILS = Set.of("code", "mutates", "without");

  private final EntryTable table;
  private final Modules modules;

  EntryReader(EntryTable table, Modules modules) {
    this.table = table;
    this.modules = modules;
  }

  /** Reads the entry and checks that what it names is there. */
  Entry read() {
    Expectation expect = expectation();
    String module = table.text("module");
    checkModule("module", module);
    Config config = new ConfigReader(table, modules).read(module, expect);
    Entry entry = new Entry(table.text("name"), table.text("group"), module, config, table.text("why"), expect,
        table.optional("mutates"), table.optional("without"), deep(), (int) table.number("workers", 1, 0), heap());
    checkModule("mutates", entry.mutates());
    checkWithout(entry);
    if (expect instanceof Expectation.Fails fails) {
      checkProperty(config, fails);
    }
    return entry;
  }

  private Expectation expectation() {
    String expect = table.text("expect");
    if (expect.equals("holds")) {
      checkKeys(HOLDS, "an entry that holds");
      return new Expectation.Holds(table.number("distinct", 1, -1), table.number("generated", 1, -1), idle());
    }
    if (expect.equals("fails")) {
      checkKeys(FAILS, "an entry that fails");
      return new Expectation.Fails(code(), table.text("property"));
    }
    throw table.error("expect", "expect is \"" + expect + "\"", "write \"holds\" or \"fails\"");
  }

  private void checkKeys(Set<String> more, String what) {
    Set<String> known = new TreeSet<>(COMMON);
    known.addAll(more);
    for (String key : table.keys()) {
      if (!known.contains(key)) {
        throw table.error(key, "unknown key '" + key + "'", what + " has " + String.join(", ", known));
      }
    }
  }

  private int code() {
    int code = (int) table.number("code", 10, -1);
    if (code > 13) {
      throw table.error("code", "code is " + code, "only 10 to 13 are verdicts; any other code is a broken spec");
    }
    return code;
  }

  private List<String> idle() {
    List<String> names = new ArrayList<>();
    JsonNode value = table.value("idle");
    value.forEach(name -> names.add(name.asText()));
    if (!value.isMissingNode() && (!value.isArray() || names.contains(""))) {
      throw table.error("idle", "idle is " + value, "write a list of actions, such as idle = [\"Cancel\"]");
    }
    return List.copyOf(names);
  }

  private boolean deep() {
    JsonNode value = table.value("deep");
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw table.error("deep", "deep is " + value, "write deep = true for a larger bound, or leave it out");
    }
    return value.asBoolean();
  }

  private String heap() {
    String heap = table.has("heap") ? table.text("heap") : "1g";
    if (!heap.matches("[1-9][0-9]*[mMgG]")) {
      throw table.error("heap", "heap is \"" + heap + "\"", "write a size such as \"512m\" or \"4g\"");
    }
    return heap;
  }

  private void checkModule(String key, String module) {
    if (!module.isEmpty() && !modules.contains(module)) {
      throw table.error(key, "no module " + module + " below " + modules.folder(),
          "write the module, or name one of " + String.join(", ", modules.names()));
    }
  }

  private void checkWithout(Entry entry) {
    if (!entry.without().isEmpty() && entry.expect() instanceof Expectation.Fails fails && fails.code() != 13) {
      throw table.error("without", "without " + entry.without() + ", yet code " + fails.code(),
          "only liveness depends on fairness: write code = 13, or leave without out");
    }
  }

  private void checkProperty(Config config, Expectation.Fails fails) {
    String property = fails.property();
    if (fails.code() == 11 && !property.equals("deadlock")) {
      throw table.error("property", "code 11 with property " + property, "write property = \"deadlock\"");
    }
    if (fails.code() == 12 && !config.invariants().contains(property)) {
      throw table.error("property", config.file() + " lists no INVARIANT " + property,
          "name one of " + config.invariants() + ", or add it to the config");
    }
    if (fails.code() == 13 && !config.properties().equals(List.of(property))) {
      throw table.error("property", config.file() + " lists the properties " + config.properties(),
          "TLC does not print which one failed: list exactly one PROPERTY, " + property);
    }
  }
}
