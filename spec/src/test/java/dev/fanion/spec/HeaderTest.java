package dev.fanion.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The headers of the project's modules tell the numbers of states that TLC finds. */
class HeaderTest {
  private static final Path TLA = Path.of("tla");
  private static final Pattern COUNT = Pattern.compile("(\\w+\\.cfg)[^.]*?([\\d,]+) (?:distinct )?states"
      + "|([\\d,]+) (?:distinct )?states[^.]*?(\\w+\\.cfg)");

  private static String header(String file) throws IOException {
    String text = Files.readString(TLA.resolve(file));
    int end = text.indexOf("\nEXTENDS");
    return text.substring(0, end < 0 ? text.length() : end).replaceAll("[ *]*\\*\\)\\s*\\(\\*[ *]*", " ");
  }

  /** The distinct states by the name of the config file, for entries that hold. */
  private static Map<String, Long> bounds() {
    Map<String, Long> bounds = new TreeMap<>();
    for (Entry entry : Manifest.load(Path.of("")).entries()) {
      if (entry.expect() instanceof Expectation.Holds holds && !entry.config().derived()) {
        bounds.put(entry.config().file().replaceFirst(".*/", ""), holds.distinct());
      }
    }
    return bounds;
  }

  @Test
  void theNumbersOfStatesInTheHeadersAreThoseOfTheManifest() throws IOException {
    Map<String, Long> bounds = bounds();
    List<String> told = new ArrayList<>();
    for (String file : SpecFiles.names(TLA, ".tla")) {
      Matcher count = COUNT.matcher(header(file));
      while (count.find()) {
        String config = count.group(1) == null ? count.group(4) : count.group(1);
        String number = count.group(2) == null ? count.group(3) : count.group(2);
        assertEquals(bounds.get(config), Long.valueOf(number.replace(",", "")), file + " on " + config);
        told.add(config);
      }
    }
    assertTrue(told.contains("MCFanion.cfg"), told.toString());
  }
}
