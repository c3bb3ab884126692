package dev.fanion.races;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A file with the counts of a long run, from which the next run continues. The counts hold for the JDK and the classes that made
 * them. Those of another JDK or of other classes are refused.
 */
final class CountsFile {
  /** The jar of the shipped classes. No other jar of Fanion in that folder changes what a race counts. */
  private static final Pattern SHIPPED = Pattern.compile("fanion-\\d.*\\.jar");

  private final Path file;
  private final String made;

  /**
   * A file of counts, which need not exist yet.
   *
   * @param home the folder of the races' jar, with the jars that they need in {@code lib}
   */
  CountsFile(Path file, Path home) throws IOException {
    this.file = file;
    made = System.getProperty("java.vm.version") + " " + System.getProperty("os.arch") + " " + classes(home);
  }

  /** A checksum of the races and of the shipped classes. It does not depend on the time at which they were packed. */
  private static String classes(Path home) throws IOException {
    CRC32 sum = new CRC32();
    try (var files = Files.walk(home, 2)) {
      List<Path> jars = files.filter(CountsFile::isCountedWith).sorted().toList();
      if (jars.isEmpty()) {
        throw new IOException("No races.jar in " + home + ", by which to tell whose counts the file has."
            + " Build stress/jcstress, and run its jar.");
      }
      for (Path jar : jars) {
        add(jar, sum);
      }
    }
    return Long.toHexString(sum.getValue());
  }

  private static boolean isCountedWith(Path file) {
    String name = file.getFileName().toString();
    return name.equals("races.jar") || SHIPPED.matcher(name).matches();
  }

  private static void add(Path jar, CRC32 sum) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream().filter(entry -> entry.getName().endsWith(".class")).map(entry -> entry.getName() + " " + entry.getCrc())
          .sorted().forEach(entry -> sum.update(entry.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Adds the counts of the file, if it exists, to the tally. */
  void addTo(Tally tally) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).equals(made)) {
      throw new IOException(file + " has the counts of another JDK or of other classes: " + (lines.isEmpty() ? "" : lines.get(0))
          + ", and not " + made + ". Remove it to begin anew.");
    }
    for (String line : lines.subList(1, lines.size())) {
      add(line.split("\t"), tally);
    }
  }

  private void add(String[] fields, Tally tally) throws IOException {
    try {
      Tally.Count count = tally.of(fields[0]);
      count.runs = Integer.parseInt(fields[1]);
      count.samples = Long.parseLong(fields[2]);
      count.bad = Long.parseLong(fields[3]);
      count.interesting = Long.parseLong(fields[4]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(file + " has a line that is not one of counts: " + String.join(" ", fields)
          + ". Remove the file to begin anew.", e);
    }
  }

  /** Replaces the file by the counts of the tally. A stop half-way leaves the old file. */
  void write(Tally tally) {
    List<String> lines = new ArrayList<>(List.of(made));
    for (Map.Entry<String, Tally.Count> entry : tally.counts().entrySet()) {
      Tally.Count count = entry.getValue();
      if (count.runs > 0) {
        lines.add(entry.getKey() + "\t" + count.runs + "\t" + count.samples + "\t" + count.bad + "\t" + count.interesting);
      }
    }
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(next, lines);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
