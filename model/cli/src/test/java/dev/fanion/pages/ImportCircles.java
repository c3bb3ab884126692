package dev.fanion.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Circles of packages within one module: a package imports a class of another one, which imports one of the first. */
final class ImportCircles {
  private static final Pattern FILE = Pattern.compile("(.+)/src/main/java/(?:(.+)/)?[^/]+\\.java");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z][\\w.]*?)\\.[A-Z*]");

  private final String module;
  private final SortedMap<String, SortedSet<String>> imports = new TreeMap<>();
  private final Set<String> finished = new TreeSet<>();

  private ImportCircles(String module) {
    this.module = module;
  }

  /** The circles of each module, each as {@code module: a -> b -> a}. */
  static List<String> of(Clone clone) {
    SortedMap<String, ImportCircles> modules = new TreeMap<>();
    for (String file : clone.files("java")) {
      Matcher matcher = FILE.matcher(file);
      if (matcher.matches()) {
        String name = matcher.group(2) == null ? "" : matcher.group(2).replace('/', '.');
        modules.computeIfAbsent(matcher.group(1), ImportCircles::new).add(name, clone.text(file));
      }
    }
    List<String> circles = new ArrayList<>();
    for (ImportCircles module : modules.values()) {
      module.imports.keySet().forEach(name -> module.visit(name, new LinkedHashSet<>(), circles));
    }
    return circles;
  }

  private void add(String name, String text) {
    SortedSet<String> imported = imports.computeIfAbsent(name, any -> new TreeSet<>());
    IMPORT.matcher(text).results().map(result -> result.group(1)).filter(other -> !other.equals(name)).forEach(imported::add);
  }

  /** Follows the imports from a package to those that this module has too. */
  private void visit(String name, LinkedHashSet<String> path, List<String> circles) {
    if (!path.add(name)) {
      List<String> circle = new ArrayList<>(path);
      circle.add(name);
      circles.add(module + ": " + String.join(" -> ", circle.subList(circle.indexOf(name), circle.size())));
      return;
    }
    if (imports.containsKey(name) && !finished.contains(name)) {
      imports.get(name).forEach(other -> visit(other, path, circles));
      finished.add(name);
    }
    path.remove(name);
  }
}
