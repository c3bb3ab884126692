package dev.fanion.spec.docs;

import dev.fanion.spec.Manifest;
import dev.fanion.spec.ManifestException;
import dev.fanion.spec.SpecFiles;
import dev.fanion.spec.run.SpecRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generated parts of {@code spec/README.md} and of the pages below {@code docs}. A part stands between a line
 * {@code <!-- generated: KIND ARGUMENT -->} and the next line {@code <!-- end -->}.
 */
public final class Pages {
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^(<!-- generated: (\\S+)(?: (.+))? -->\n)((?s:.*?))^(<!-- end -->)$");
  private static final Pattern MARK = Pattern.compile("(?m)^<!-- (generated:|end)");

  private final Path home;
  private final Blocks blocks;

  /** The pages of the clone that has this folder {@code spec}. The runner makes the runs that the pages show. */
  public Pages(Path specFolder, Manifest manifest, SpecRunner runner) {
    home = specFolder.toAbsolutePath().normalize().getParent();
    blocks = new Blocks(specFolder.toAbsolutePath().normalize(), manifest, runner);
  }

  /** Writes all pages anew and returns those that have changed, relative to the clone. */
  public List<String> write() throws InterruptedException {
    List<String> stale = new ArrayList<>();
    for (String page : stale()) {
      stale.add(page);
      write(home.resolve(page), fill(page));
    }
    return stale;
  }

  /** The pages with a part that would be written differently now, relative to the clone. */
  public List<String> stale() throws InterruptedException {
    List<String> stale = new ArrayList<>();
    for (String page : names()) {
      if (!fill(page).equals(read(home.resolve(page)))) {
        stale.add(page);
      }
    }
    return stale;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of("spec/README.md"));
    SpecFiles.names(home.resolve("docs"), ".md").forEach(name -> names.add("docs/" + name));
    return names;
  }

  private String fill(String page) throws InterruptedException {
    String text = read(home.resolve(page));
    StringBuilder filled = new StringBuilder();
    int from = 0;
    Matcher block = BLOCK.matcher(text);
    for (; block.find(); from = block.end()) {
      checkMarks(page, text, from, block.start());
      checkMarks(page, text, block.start(4), block.end(4));
      String argument = block.group(3) == null ? "" : block.group(3);
      filled.append(text, from, block.end(1)).append("\n")
          .append(blocks.text(page, block.group(2), argument).strip()).append("\n\n").append(block.group(5));
    }
    checkMarks(page, text, from, text.length());
    return filled.append(text, from, text.length()).toString();
  }

  private static void checkMarks(String page, String text, int from, int to) {
    Matcher mark = MARK.matcher(text).region(from, to);
    if (mark.find()) {
      long line = text.substring(0, mark.start()).lines().count() + 1;
      throw new ManifestException(page + ":" + line
          + ": a mark of a generated part that has no counterpart; write <!-- generated: KIND ARGUMENT --> before and"
          + " <!-- end --> behind the part, each on a line of its own");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
