package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanion.spec.SpecFiles;
import dev.fanion.trace.CloneParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
  private static final Path ROOT = SpecFiles.find().toAbsolutePath().normalize().getParent();

  @Test
  void oneRuleIsPrintedWithWhatItHas() {
    CommandRun run = CommandRun.of("trace", "lop-4");
    run.says("| races | `SetAfterStoppedLeaf`");
    assertEquals(0, run.status());
  }

  @Test
  void anUnknownRuleIsRefusedWithTheCure() {
    CommandRun run = CommandRun.of("trace", "LOP-99");
    run.says("no rule LOP-99; ./fanion rules lists them");
    assertEquals(2, run.status());
  }

  @Test
  void aCheckOfOneRuleIsRefused() {
    CommandRun run = CommandRun.of("trace", "--check", "LOP-4");
    run.says("--check is about the page, which has all rules; leave LOP-4 out");
    assertEquals(2, run.status());
  }

  @Test
  void theStatusTellsAPageThatIsOutOfDateAndARuleThatNothingTests(@TempDir Path clone) throws IOException {
    for (String part : List.of("spec", "model", "stress", "impl", "docs")) {
      CloneParts.copy(ROOT, part, clone);
    }
    String home = System.getProperty("fanion.home");
    System.setProperty("fanion.home", clone.toString());
    try {
      Path page = clone.resolve("docs/traceability.md");
      Files.writeString(page, Files.readString(page) + "more\n");
      status(1, "stale: docs/traceability.md; run ./fanion trace and commit", "--check");
      status(0, "written: docs/traceability.md");
      status(0, "every rule has a property and a test, or a reason; whatever is named is there", "--check");
      Files.writeString(clone.resolve("docs/untraced.toml"), "# nothing\n");
      status(1, "CTX-3: no test is tagged with it", "--check");
    } finally {
      if (home == null) {
        System.clearProperty("fanion.home");
      } else {
        System.setProperty("fanion.home", home);
      }
    }
  }

  private static void status(int expected, String words, String... options) {
    CommandRun run = CommandRun.of(options.length == 0 ? new String[] {"trace"} : new String[] {"trace", options[0]});
    run.says(words);
    assertEquals(expected, run.status(), run.said());
  }
}
