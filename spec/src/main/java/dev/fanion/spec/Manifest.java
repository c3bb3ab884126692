package dev.fanion.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All runs of TLC, and what TLC must say in each. The entries stand in {@code spec/manifest.toml}, whose head explains the keys,
 * and in a {@code manifest.toml} of the folders below {@code spec/tla}. They come in the order of the folders' names.
 *
 * <p>A manifest that loads is complete and consistent: all files are there, the names are unique, and some entry uses each
 * config.
 */
public final class Manifest {
  /** The most names of entries in a message. */
  private static final int FEW = 20;

  private final List<Entry> entries;

  private Manifest(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Loads {@code manifest.toml} from the spec's folder, and those below its folder {@code tla}.
   *
   * @throws ManifestException if the manifest has a mistake; the message says where, what and the cure
   */
  public static Manifest load(Path specFolder) {
    Path folder = specFolder.toAbsolutePath().normalize();
    Path file = folder.resolve("manifest.toml");
    Path tla = folder.resolve("tla");
    if (!Files.isRegularFile(file) || !Files.isDirectory(tla)) {
      throw new ManifestException(folder + " is no spec folder: it needs a manifest.toml and a folder tla");
    }
    Modules modules = new Modules(folder);
    List<Entry> entries = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Path each : files(file, tla)) {
      entries.addAll(entries(each, modules, taken));
    }
    checkGroups(entries, taken);
    checkEveryConfigIsListed(tla, entries, file);
    return new Manifest(entries);
  }

  /** All entries, in the manifest's order. */
  public List<Entry> entries() {
    return entries;
  }

  /** The names of all claims: what some entry has TLC check. */
  public Set<String> claims() {
    return entries.stream().flatMap(entry -> entry.config().all().stream()).collect(Collectors.toSet());
  }

  /**
   * The entry with this name.
   *
   * @throws ManifestException if there is no such entry; the message lists what there is
   */
  public Entry entry(String name) {
    return select(List.of(name)).stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow(
        () -> new ManifestException("'" + name + "' is a group; name one entry"));
  }

  /**
   * The entries with these names, and the entries of these groups that are not deep, in the manifest's order. If no name and no
   * group is given, all entries that are not deep.
   *
   * @throws ManifestException if a word is neither a name nor a group; the message lists what there is
   */
  public List<Entry> select(Collection<String> namesOrGroups) {
    checkKnown(namesOrGroups);
    return entries.stream()
        .filter(entry -> namesOrGroups.contains(entry.name())
            || !entry.deep() && (namesOrGroups.isEmpty() || namesOrGroups.contains(entry.group())))
        .toList();
  }

  /** The deep entries with these names or in these groups. If no name and no group is given, all deep entries. */
  public List<Entry> deep(Collection<String> namesOrGroups) {
    checkKnown(namesOrGroups);
    return entries.stream()
        .filter(Entry::deep)
        .filter(entry -> namesOrGroups.isEmpty() || namesOrGroups.contains(entry.name())
            || namesOrGroups.contains(entry.group()))
        .toList();
  }

  /** The variants with one mistake among the entries that {@link #select} gives. */
  public List<Entry> mutants(Collection<String> namesOrGroups) {
    return select(namesOrGroups).stream().filter(entry -> !entry.mutates().isEmpty()).toList();
  }

  private void checkKnown(Collection<String> namesOrGroups) {
    Set<String> groups = new TreeSet<>();
    Set<String> known = new LinkedHashSet<>();
    entries.forEach(entry -> groups.add(entry.group()));
    entries.forEach(entry -> known.add(entry.name()));
    for (String wanted : namesOrGroups) {
      if (!known.contains(wanted) && !groups.contains(wanted)) {
        throw new ManifestException("no entry or group '" + wanted + "'; the groups are " + String.join(", ", groups)
            + "; " + entriesLike(wanted, known));
      }
    }
  }

  /** The entries whose names have something of this one, or all if they are few. */
  private static String entriesLike(String wanted, Set<String> known) {
    String part = wanted.toLowerCase(Locale.ROOT);
    List<String> like = known.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(part)).limit(FEW).toList();
    return known.size() <= FEW ? "the entries are " + String.join(", ", known)
        : "there are " + known.size() + " entries"
        + (like.isEmpty() ? "; spec/README.md lists them" : ", among them " + String.join(", ", like));
  }

  private static JsonNode parse(Path file, String text) {
    try {
      JsonNode root = new TomlMapper().readTree(text);
      checkRoot(file, root);
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new ManifestException(file + ":" + line + ": not TOML: " + e.getOriginalMessage()
          + "; write key = \"text\", key = 1 or key = [\"text\"] below a line [[entry]]");
    }
  }

  private static void checkRoot(Path file, JsonNode root) {
    root.properties().forEach(each -> {
      boolean entries = each.getKey().equals("entry") && each.getValue().isArray();
      boolean modules = each.getKey().equals("module") && each.getValue().isObject();
      if (!entries && !modules) {
        throw new ManifestException(file + ": '" + each.getKey() + "' at the top; write only [[entry]] tables,"
            + " and [module.NAME] tables of what the entries of a module have in common");
      }
    });
  }

  /** The manifest of the spec, then those of its folders. */
  private static List<Path> files(Path file, Path tla) {
    List<Path> files = new ArrayList<>(List.of(file));
    SpecFiles.names(tla, "manifest.toml").forEach(name -> files.add(tla.resolve(name)));
    return files;
  }

  private static List<Entry> entries(Path file, Modules modules, Set<String> taken) {
    String text = read(file);
    ManifestText source = new ManifestText(file, text);
    JsonNode root = parse(file, text);
    List<Entry> entries = new ArrayList<>();
    for (JsonNode own : root.path("entry")) {
      EntryTable table = new EntryTable(source, own, root.path("module"), entries.size());
      Entry entry = new EntryReader(table, modules).read();
      if (!taken.add(entry.name())) {
        throw table.error("name", "a second entry of this name", "give each entry a name of its own");
      }
      entries.add(entry);
    }
    checkEveryModuleHasAnEntry(source, root.path("module"), entries);
    return entries;
  }

  private static void checkEveryModuleHasAnEntry(ManifestText source, JsonNode tables, List<Entry> entries) {
    tables.fieldNames().forEachRemaining(module -> {
      if (entries.stream().noneMatch(entry -> entry.module().equals(module))) {
        throw new ManifestException(source.place(module) + ": no entry of this file has the module " + module
            + "; correct the name, or delete the table");
      }
    });
  }

  private static void checkGroups(List<Entry> entries, Set<String> names) {
    for (Entry entry : entries) {
      if (names.contains(entry.group())) {
        throw new ManifestException("'" + entry.group() + "' is both a group (of entry '" + entry.name()
            + "') and an entry's name; rename one, so that a command line is unambiguous");
      }
    }
  }

  private static void checkEveryConfigIsListed(Path tla, List<Entry> entries, Path file) {
    Set<String> missing = new TreeSet<>(SpecFiles.names(tla, ".cfg"));
    entries.forEach(entry -> missing.remove(entry.config().file()));
    if (!missing.isEmpty()) {
      throw new ManifestException(file + ": no entry runs " + String.join(", ", missing)
          + ", or has it as its base; add an [[entry]] that says what TLC must find, or delete the config");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
