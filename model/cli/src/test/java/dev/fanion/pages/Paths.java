package dev.fanion.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Paths of files and folders, as pages and comments write them. */
final class Paths {
  private static final Pattern SHAPE = Pattern.compile("(?:\\.{0,2}[\\w-][\\w.-]*|\\.\\.)(?:/\\.?[\\w-][\\w.-]*)+/?");
  private static final Pattern FROM_ROOT = Pattern.compile(
      "(?<![\\w/.$}<>*{~-])(?:docs|spec|impl|model|stress|\\.ci|\\.mvn|\\.vscode)/[\\w./-]*\\w(?![\\w/]*[*$<{…])");
  private static final Pattern DOCS = Pattern.compile("(?<![\\w/.-])docs/[\\w/-]+\\.md\\b");
  private static final Pattern MODULES = Pattern.compile("\\bmvn [^`\\n]*-pl ([a-z][\\w/,-]*)");
  private static final Set<String> ENDINGS = Set.of("md", "tla", "cfg", "toml", "java", "py", "xml", "sh", "json", "tsv", "jar");

  private final Clone clone;
  private final ForeignNames foreign;

  Paths(Clone clone, ForeignNames foreign) {
    this.clone = clone;
    this.foreign = foreign;
  }

  /** Whether a word can only be meant as a path or a file's name. */
  boolean isOne(String word) {
    return SHAPE.matcher(word).matches() || word.matches("\\.?[\\w-]+\\.\\w+") && ENDINGS.contains(Clone.ending(word));
  }

  /** What is wrong with a word that is a path: relative to the clone, to the file's folder, or to the folder of the modules. */
  List<Problem> problems(Snippet word) {
    String path = word.text().replaceFirst("/$", "");
    if (isBuilt(path) || exists(word.file(), path) || foreign.has(path)) {
      return List.of();
    }
    return List.of(word.problem("no file or folder " + path));
  }

  /** What is wrong with the paths from the clone's root in a comment or a script. */
  List<Problem> problemsInText(Snippet text) {
    return problems(text.find(FROM_ROOT, 0));
  }

  /** What is wrong with the pages that any text names, messages of programs included. */
  List<Problem> problemsOfPages(Snippet text) {
    return problems(text.find(DOCS, 0));
  }

  /** What is wrong with the modules that Maven is told to build. */
  List<Problem> problemsOfModules(Snippet text) {
    List<Problem> problems = new ArrayList<>();
    for (Snippet list : text.find(MODULES, 1)) {
      for (String module : list.text().split(",")) {
        if (!clone.has(module + "/pom.xml")) {
          problems.add(list.problem("no module " + module));
        }
      }
    }
    return problems;
  }

  private List<Problem> problems(List<Snippet> paths) {
    List<Problem> problems = new ArrayList<>();
    paths.forEach(path -> problems.addAll(problems(path)));
    return problems;
  }

  private boolean exists(String file, String path) {
    return clone.has(path) || clone.has(resolve(file, path)) || clone.has("spec/tla/" + path) || clone.has("spec/" + path)
        || !path.contains("/") && clone.hasSomewhere(path);
  }

  private static boolean isBuilt(String path) {
    return ("/" + path + "/").contains("/target/");
  }

  /** A path that is relative to the folder of a file, as one from the clone's root. */
  static String resolve(String file, String path) {
    return Path.of(file).resolveSibling(path).normalize().toString().replace('\\', '/');
  }
}
