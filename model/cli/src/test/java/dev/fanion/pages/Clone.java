package dev.fanion.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a clone that git tracks or would track, with their texts. Paths are relative to the clone, with '/'. */
final class Clone {
  private static final Set<String> ENDINGS =
      Set.of("java", "py", "tla", "md", "sh", "toml", "cfg", "xml", "txt", "properties", "");

  private final Path root;
  private final SortedMap<String, String> texts;
  private final Set<String> paths = new TreeSet<>(Set.of(""));

  private Clone(Path root, SortedMap<String, String> texts, Collection<String> others) {
    this.root = root;
    this.texts = texts;
    Stream.concat(texts.keySet().stream(), others.stream()).forEach(this::addPath);
  }

  /** The clone in which this test runs. */
  static Clone here() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("spec/tla"))) {
      folder = folder.getParent();
    }
    SortedMap<String, String> texts = new TreeMap<>();
    Set<String> others = new TreeSet<>();
    for (String file : list(folder)) {
      if (ENDINGS.contains(ending(file))) {
        texts.put(file, read(folder.resolve(file)));
      } else {
        others.add(file);
      }
    }
    return new Clone(folder, texts, others);
  }

  /** A clone of these files only, which are not on disk. */
  static Clone of(Map<String, String> texts) {
    return new Clone(Path.of(""), new TreeMap<>(texts), List.of());
  }

  /** Where the clone is. */
  Path root() {
    return root;
  }

  /** The files with one of these endings, sorted; the ending of a name without a dot is empty. */
  List<String> files(String... endings) {
    Set<String> wanted = Set.of(endings);
    return texts.keySet().stream().filter(file -> wanted.contains(ending(file))).toList();
  }

  String text(String file) {
    return texts.get(file);
  }

  Snippet whole(String file) {
    return new Snippet(file, 1, text(file));
  }

  /** Whether there is such a file or folder. */
  boolean has(String path) {
    return paths.contains(path);
  }

  /** Whether a file or folder, wherever it is, has this path as its end. */
  boolean hasSomewhere(String end) {
    return paths.stream().anyMatch(path -> path.equals(end) || path.endsWith("/" + end));
  }

  static String ending(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1);
  }

  private void addPath(String path) {
    for (String each = path; paths.add(each) && each.contains("/");) {
      each = each.substring(0, each.lastIndexOf('/'));
    }
  }

  private static List<String> list(Path folder) {
    try {
      Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
          .directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (InputStream names = git.getInputStream()) {
        String all = new String(names.readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(all.split("\0")).filter(name -> Files.isRegularFile(folder.resolve(name)))
            .collect(Collectors.toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("git lists the files of the clone; install it", e);
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
