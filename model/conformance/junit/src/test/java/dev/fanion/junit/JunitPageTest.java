package dev.fanion.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page shows of the example is in the example. */
class JunitPageTest {
  private static final Path HOME = SpecFiles.find().getParent();
  private static final Pattern SHOWN = Pattern.compile("<!-- from (\\S+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);

  private static List<String> missing(String page) throws IOException {
    List<String> missing = new ArrayList<>();
    Matcher shown = SHOWN.matcher(page);
    while (shown.find()) {
      if (!Files.readString(HOME.resolve(shown.group(1))).contains(shown.group(2))) {
        missing.add(shown.group(1));
      }
    }
    return missing;
  }

  @Test
  void whatThePageShowsIsInTheExample() throws IOException {
    String page = Files.readString(HOME.resolve("docs/junit.md"));

    assertEquals(3, SHOWN.matcher(page).results().count());
    assertEquals(List.of(), missing(page));
  }

  @Test
  void aLineThatIsNotThereIsFound() throws IOException {
    String page = Files.readString(HOME.resolve("docs/junit.md"));
    String broken = page.replace("TinyEvent::new);", "OtherEvent::new);");

    assertTrue(!broken.equals(page));
    assertEquals(1, missing(broken).size());
  }
}
