package dev.fanion.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the spec and its files, and tells one version of the spec from another. */
public final class SpecFiles {
  private SpecFiles() {}

  /**
   * The spec's folder: {@code spec} below the system property {@code fanion.home}, or else below the nearest folder that has
   * {@code spec/tla} and {@code spec/manifest.toml}, from the working directory upwards, or else what this module's jar has
   * of it.
   *
   * @throws ManifestException if there is no such folder
   */
  public static Path find() {
    String home = System.getProperty("fanion.home");
    boolean jar = home == null && above(Path.of("")) == null && SpecInJar.isThere();
    return jar ? SpecInJar.folder() : find(home, Path.of(""));
  }

  static Path find(@Nullable String home, Path start) {
    if (home != null) {
      return atHome(Path.of(home, "spec").toAbsolutePath());
    }
    Path above = above(start);
    if (above != null) {
      return above;
    }
    throw new ManifestException("no folder spec/tla in " + start.toAbsolutePath()
        + " or above it: run this inside a clone of Fanion, or set -Dfanion.home to one");
  }

  private static @Nullable Path above(Path start) {
    for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("spec/tla")) && Files.isRegularFile(folder.resolve("spec/manifest.toml"))) {
        return folder.resolve("spec");
      }
    }
    return null;
  }

  private static Path atHome(Path spec) {
    if (!Files.isDirectory(spec.resolve("tla"))) {
      throw new ManifestException(
          "no folder " + spec.resolve("tla") + ": set the system property fanion.home to a clone of Fanion");
    }
    return spec;
  }

  /** SHA-256, in hexadecimal, of the names and contents of all manifests, modules and configs. */
  public static String hash(Path specFolder) {
    List<String> names = new ArrayList<>(List.of("manifest.toml"));
    names(specFolder.resolve("tla"), ".tla", ".cfg", "manifest.toml").forEach(name -> names.add("tla/" + name));
    MessageDigest digest = sha256();
    for (String name : names) {
      byte[] content = read(specFolder.resolve(name));
      digest.update(name.getBytes(UTF_8));
      digest.update(ByteBuffer.allocate(9).putLong(1, content.length).array());
      digest.update(content);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The files below a folder whose names have one of these endings: relative, with '/', sorted. */
  public static List<String> names(Path folder, String... endings) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> Stream.of(endings).anyMatch(name::endsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What computes a SHA-256, which every JDK has. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
