package dev.fanion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of the documentation with the table, which stands between two marks. */
final class Page {
  static final String FROM = "<!-- bench -->\n";
  static final String TO = "<!-- bench ends -->\n";

  private Page() {}

  /** Throws if the page has no place for the table. So the user learns of it before a long run, not after it. */
  static void check(Path page) throws IOException {
    if (!Files.isWritable(page)) {
      throw new IOException("cannot write to " + page + "; run ./fanion bench in the clone, or set -Dfanion.home to it");
    }
    filled(page.toString(), Files.readString(page), "");
  }

  static void write(Path page, String block) throws IOException {
    Files.writeString(page, filled(page.toString(), Files.readString(page), block));
  }

  static String filled(String page, String text, String block) throws IOException {
    int from = text.indexOf(FROM);
    int to = text.indexOf(TO, Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new IOException(page + " has no place for the table; write the lines " + FROM.strip() + " and " + TO.strip());
    }
    return text.substring(0, from + FROM.length()) + "\n" + block.strip() + "\n\n" + text.substring(to);
  }
}
