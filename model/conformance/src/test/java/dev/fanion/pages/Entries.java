package dev.fanion.pages;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Manifest;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What the manifests list: entries, their groups, and their configs, which need not be files. */
final class Entries {
  private final Set<String> names = new HashSet<>();
  private final Set<String> configs = new HashSet<>();

  Entries(Clone clone) {
    for (Entry entry : Manifest.load(clone.root().resolve("spec")).entries()) {
      names.add(entry.name());
      names.add(entry.group());
      configs.add(entry.config());
    }
  }

  /** Whether there is an entry, or a group of entries, of this name. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** Whether an entry's config has this path below {@code spec/tla}, or this name. */
  boolean hasConfig(String path) {
    return configs.stream().anyMatch(config -> config.equals(path) || config.endsWith("/" + path));
  }
}
