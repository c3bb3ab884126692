package dev.fanion.trace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Parts of a clone in another folder, for tests that change them. */
public final class CloneParts {
  private CloneParts() {}

  /** Copies a folder of a clone to where it stands in another one, but for what is built. */
  public static void copy(Path root, String part, Path to) throws IOException {
    Files.walkFileTree(root.resolve(part), new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (folder.endsWith("target")) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        Files.createDirectories(to.resolve(root.relativize(folder).toString()));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.copy(file, to.resolve(root.relativize(file).toString()));
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
