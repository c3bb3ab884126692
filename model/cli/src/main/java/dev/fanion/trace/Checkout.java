package dev.fanion.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The text files of a clone, by their paths from its root, with '/'. What is built and what git keeps is left out. */
public final class Checkout {
  private static final Set<String> ENDINGS = Set.of("java", "c", "h", "py", "toml", "md", "");

  private final Path root;
  private final SortedMap<String, String> texts = new TreeMap<>();

  private Checkout(Path root) {
    this.root = root;
  }

  /** The clone with this root. */
  public static Checkout at(Path root) {
    Checkout checkout = new Checkout(root.toAbsolutePath().normalize());
    checkout.read();
    return checkout;
  }

  /** The same, but for the text of one file. */
  Checkout with(String file, String text) {
    Checkout changed = new Checkout(root);
    changed.texts.putAll(texts);
    changed.texts.put(file, text);
    return changed;
  }

  /** The clone's root. */
  public Path root() {
    return root;
  }

  /** The files below a folder, which ends with '/' or is empty, that have one of these endings. */
  public List<String> files(String folder, String... endings) {
    Set<String> wanted = Set.of(endings);
    return texts.keySet().stream().filter(file -> file.startsWith(folder) && wanted.contains(ending(file))).toList();
  }

  /**
   * The text of a file.
   *
   * @throws TraceException if there is no such file
   */
  public String text(String file) {
    String text = texts.get(file);
    if (text == null) {
      throw new TraceException(root.resolve(file) + ": no such file; run this in a whole clone, or set -Dfanion.home to one");
    }
    return text;
  }

  /** Whether there is a file or a folder of this path. */
  public boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  /** The ending of a file's name, without the dot; empty if it has none. */
  static String ending(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
  }

  private void read() {
    try {
      Files.walkFileTree(root, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          String name = folder.getFileName().toString();
          boolean skipped = name.startsWith(".") || name.equals("target") || name.equals("node_modules");
          return skipped && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
          String path = root.relativize(file).toString().replace('\\', '/');
          if (attributes.isRegularFile() && ENDINGS.contains(ending(path))) {
            texts.put(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
          }
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
