package dev.fanion.pages;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The entries that the manifests of the spec list, and their groups. */
final class Entries {
  private static final Pattern NAME = Pattern.compile("(?m)^(?:name|group) = \"([^\"]+)\"");

  private final Set<String> names = new HashSet<>();

  Entries(Clone clone) {
    for (String file : clone.files("toml")) {
      if (file.matches("spec/(tla/.*)?manifest\\.toml")) {
        clone.whole(file).find(NAME, 1).forEach(name -> names.add(name.text()));
      }
    }
  }

  /** Whether there is an entry, or a group of entries, of this name. */
  boolean has(String name) {
    return names.contains(name);
  }
}
