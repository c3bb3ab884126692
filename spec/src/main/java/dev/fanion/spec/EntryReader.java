package dev.fanion.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Turns one of the manifest's tables into an entry; every complaint says where, what and the cure. */
final class EntryReader {
  private static final Set<String> COMMON =
      Set.of("name", "group", "module", "config", "why", "expect", "deep", "workers", "heap");
  private static final Set<String> HOLDS = Set.of("distinct", "generated", "idle");
  private static final Set<String> FAILS = Set.of("code", "property", "mutates", "without");

  private final ManifestText source;
  private final JsonNode node;
  private final int index;

  /** Reads the table that is the manifest's entry with this index, counted from 0. */
  EntryReader(ManifestText source, JsonNode node, int index) {
    this.source = source;
    this.node = node;
    this.index = index;
  }

  /** Reads the entry and checks that what it names is there. */
  Entry read(Path tla, Modules modules) {
    Expectation expect = expectation();
    Entry entry = new Entry(text("name"), text("group"), text("module"), text("config"), text("why"), expect,
        optional("mutates"), optional("without"), deep(), (int) number("workers", 1, 0), heap());
    checkFiles(entry, tla, modules);
    checkModule("mutates", entry.mutates(), modules);
    checkWithout(entry);
    if (expect instanceof Expectation.Fails fails) {
      checkProperty(entry.config(), Config.read(tla.resolve(entry.config())), fails);
    }
    return entry;
  }

  private Expectation expectation() {
    String expect = text("expect");
    if (expect.equals("holds")) {
      checkKeys(HOLDS, "an entry that holds");
      return new Expectation.Holds(number("distinct", 1, -1), number("generated", 1, -1), idle());
    }
    if (expect.equals("fails")) {
      checkKeys(FAILS, "an entry that fails");
      return new Expectation.Fails(code(), text("property"));
    }
    throw error("expect", "expect is \"" + expect + "\"", "write \"holds\" or \"fails\"");
  }

  private void checkKeys(Set<String> more, String what) {
    Set<String> known = new TreeSet<>(COMMON);
    known.addAll(more);
    node.fieldNames().forEachRemaining(key -> {
      if (!known.contains(key)) {
        throw error(key, "unknown key '" + key + "'", what + " has " + String.join(", ", known));
      }
    });
  }

  private int code() {
    int code = (int) number("code", 10, -1);
    if (code > 13) {
      throw error("code", "code is " + code, "only 10 to 13 are verdicts; any other code is a broken spec");
    }
    return code;
  }

  private List<String> idle() {
    List<String> names = new ArrayList<>();
    JsonNode value = node.path("idle");
    value.forEach(name -> names.add(name.asText()));
    if (!value.isMissingNode() && (!value.isArray() || names.contains(""))) {
      throw error("idle", "idle is " + value, "write a list of actions, such as idle = [\"Cancel\"]");
    }
    return List.copyOf(names);
  }

  private boolean deep() {
    JsonNode value = node.path("deep");
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw error("deep", "deep is " + value, "write deep = true for a larger bound, or leave it out");
    }
    return value.asBoolean();
  }

  private String heap() {
    String heap = node.has("heap") ? text("heap") : "1g";
    if (!heap.matches("[1-9][0-9]*[mMgG]")) {
      throw error("heap", "heap is \"" + heap + "\"", "write a size such as \"512m\" or \"4g\"");
    }
    return heap;
  }

  private void checkFiles(Entry entry, Path tla, Modules modules) {
    checkModule("module", entry.module(), modules);
    List<String> configs = SpecFiles.names(tla, ".cfg");
    if (!configs.contains(entry.config())) {
      throw error("config", "no config " + entry.config() + " in " + tla,
          "write the config, or name one of " + String.join(", ", configs));
    }
  }

  private void checkModule(String key, String module, Modules modules) {
    if (!module.isEmpty() && !modules.contains(module)) {
      throw error(key, "no module " + module + " below " + modules.folder(),
          "write the module, or name one of " + String.join(", ", modules.names()));
    }
  }

  private void checkWithout(Entry entry) {
    if (!entry.without().isEmpty() && entry.expect() instanceof Expectation.Fails fails && fails.code() != 13) {
      throw error("without", "without " + entry.without() + ", yet code " + fails.code(),
          "only liveness depends on fairness: write code = 13, or leave without out");
    }
  }

  private void checkProperty(String file, Config config, Expectation.Fails fails) {
    String property = fails.property();
    if (fails.code() == 11 && !property.equals("deadlock")) {
      throw error("property", "code 11 with property " + property, "write property = \"deadlock\"");
    }
    if (fails.code() == 12 && !config.invariants().contains(property)) {
      throw error("property", file + " lists no INVARIANT " + property,
          "name one of " + config.invariants() + ", or add it to the config");
    }
    if (fails.code() == 13 && !config.properties().equals(List.of(property))) {
      throw error("property", file + " lists the properties " + config.properties(),
          "TLC does not print which one failed: list exactly one PROPERTY, " + property);
    }
  }

  private String text(String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual() || value.asText().isBlank() || value.asText().contains("\n")) {
      throw error(key, value.isMissingNode() ? "no " + key : key + " is " + value,
          "write " + key + " = \"…\", one line of text");
    }
    return value.asText();
  }

  private String optional(String key) {
    return node.has(key) ? text(key) : "";
  }

  /** A whole number; a negative default means that it may not be left out. */
  private long number(String key, long least, long missing) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() && missing >= 0) {
      return missing;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least) {
      throw error(key, value.isMissingNode() ? "no " + key : key + " is " + value,
          "write " + key + " = a whole number, " + least + " or more");
    }
    return value.asLong();
  }

  ManifestException error(String key, String what, String cure) {
    String name = node.path("name").asText("");
    String entry = name.isBlank() ? "entry number " + (index + 1) : "entry '" + name + "'";
    return new ManifestException(source.place(index, key) + ": " + entry + ": " + what + "; " + cure);
  }
}
