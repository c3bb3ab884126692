package dev.fanion.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An entry's table, with what it takes from the table of its module. Each complaint says where, what and the cure. */
final class EntryTable {
  /** The keys of which a config is derived. */
  private static final Set<String> CONFIG = Set.of("base", "constants", "replace");

  private final ManifestText source;
  private final JsonNode own;
  private final ObjectNode all;
  private final int index;

  /**
   * An entry's table.
   *
   * @param own the table of the entry
   * @param ofModules the tables of modules, by the modules' names
   * @param index the entry's number in the file, counted from 0
   */
  EntryTable(ManifestText source, JsonNode own, JsonNode ofModules, int index) {
    this.source = source;
    this.own = own;
    this.index = index;
    all = own.deepCopy();
    ofModules.path(module()).properties().forEach(each -> {
      if (!all.has(each.getKey()) && !hasAnotherConfig(each.getKey())) {
        all.set(each.getKey(), each.getValue());
      }
    });
  }

  /** Whether a key of the module's table is about a config that is not this entry's. */
  private boolean hasAnotherConfig(String key) {
    return own.has("config") && CONFIG.contains(key) || own.has("base") && key.equals("constants");
  }

  /** The module that the entry names; empty if it names none. */
  String module() {
    return own.path("module").asText("");
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    all.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  boolean has(String key) {
    return all.has(key);
  }

  JsonNode value(String key) {
    return all.path(key);
  }

  /** One line of text. */
  String text(String key) {
    JsonNode value = all.path(key);
    if (!value.isTextual() || value.asText().isBlank() || value.asText().contains("\n")) {
      throw error(key, value.isMissingNode() ? "no " + key : key + " is " + value,
          "write " + key + " = \"…\", one line of text");
    }
    return value.asText();
  }

  /** One line of text; empty if the key is left out. */
  String optional(String key) {
    return has(key) ? text(key) : "";
  }

  /** A whole number; a negative default means that it may not be left out. */
  long number(String key, long least, long missing) {
    JsonNode value = all.path(key);
    if (value.isMissingNode() && missing >= 0) {
      return missing;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least) {
      throw error(key, value.isMissingNode() ? "no " + key : key + " is " + value,
          "write " + key + " = a whole number, " + least + " or more");
    }
    return value.asLong();
  }

  /** A table within the table, of texts by names; empty if the key is left out. */
  Map<String, String> texts(String key, String form, String example) {
    JsonNode value = all.path(key);
    Map<String, String> texts = new TreeMap<>();
    value.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    boolean right = texts.values().stream().allMatch(text -> text.matches(form));
    if (!value.isMissingNode() && (!value.isObject() || texts.isEmpty() || !right)) {
      throw error(key, key + " is " + value, "write " + key + " = " + example);
    }
    return texts;
  }

  ManifestException error(String key, String what, String cure) {
    String name = all.path("name").asText("");
    String entry = name.isBlank() ? "entry number " + (index + 1) : "entry '" + name + "'";
    return new ManifestException(source.place(index, module(), key) + ": " + entry + ": " + what + "; " + cure);
  }
}
