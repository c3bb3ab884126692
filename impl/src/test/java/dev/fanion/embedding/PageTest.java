package dev.fanion.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code in the page was compiled and run: it is what stands between two marks in a test's source. */
class PageTest {
  private static final Path PAGE = Path.of("../docs/embedding.md");
  private static final Path SOURCES = Path.of("src/test/java/dev/fanion/embedding");
  private static final Pattern FENCE = Pattern.compile("(?:<!-- (\\S+\\.java) (\\S+) -->\n)?```java\n((?s:.*?))```\n");

  private static String region(String source, String name) {
    Pattern marks = Pattern.compile("(?m)^ *// \\[" + name + "\n((?s:.*?))^ *// " + name + "]$");
    List<MatchResult> found = marks.matcher(source).results().toList();
    assertEquals(1, found.size(), "one region " + name);
    return found.get(0).group(1).stripTrailing().stripIndent() + "\n";
  }

  private static int check(String page) throws IOException {
    int fences = 0;
    for (MatchResult fence : FENCE.matcher(page).results().toList()) {
      assertTrue(fence.group(1) != null, "code without a mark that says where it is from:\n" + fence.group(3));
      String source = Files.readString(SOURCES.resolve(fence.group(1)));
      assertEquals(region(source, fence.group(2)), fence.group(3), fence.group(1));
      fences++;
    }
    return fences;
  }

  @Test
  void theCodeInThePageIsTheCodeThatIsTested() throws IOException {
    assertEquals(3, check(Files.readString(PAGE)));
  }

  @Test
  void otherCodeIsSeen() throws IOException {
    String page = Files.readString(PAGE);
    assertThrows(AssertionError.class, () -> check(page.replace("selector::wakeup", "selector::close")));
    assertThrows(AssertionError.class, () -> check(page.replace("<!-- SelectorOwner.java selector -->\n", "")));
    assertThrows(AssertionError.class, () -> check(page.replace("SelectorOwner.java selector", "GameTest.java selector")));
  }
}
