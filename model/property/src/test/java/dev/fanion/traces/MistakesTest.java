package dev.fanion.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanion.spec.SpecFiles;
import dev.fanion.traces.Mistake.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All broken forms of stress/jcstress are here, and docs/traces.md says what becomes of each. */
class MistakesTest {
  private static final Path HOME = SpecFiles.find().getParent();
  private static final Path RACES = HOME.resolve("stress/jcstress/src/main/java/dev/fanion");
  private static final Path PAGE = HOME.resolve("docs/traces.md");

  private static final Pattern FORM = Pattern.compile(
      "/\\*\\* Broken: ([^*]*)\\*/\\s+@CaughtBy.*?\\n  public static class (\\w+)",
      Pattern.DOTALL);
  private static final Pattern FORMS = Pattern.compile("(?<=\n<!-- broken forms -->\n)(\\|[^\n]*\n)*");
  private static final Pattern QUEUES = Pattern.compile("(?<=\n<!-- broken queues -->\n)(\\|[^\n]*\n)*");

  /** What each broken form does wrong, in the words of its source. */
  private static Map<String, String> forms() throws IOException {
    Map<String, String> forms = new TreeMap<>();
    try (Stream<Path> files = Files.list(RACES)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        String race = file.getFileName().toString().replace(".java", "");
        for (MatchResult form : FORM.matcher(Files.readString(file)).results().toList()) {
          forms.put(race + "." + form.group(2), form.group(1).replaceAll("\\s+(\\* )?", " ").strip());
        }
        long all = Pattern.compile("\n  @CaughtBy").matcher(Files.readString(file)).results().count();
        assertEquals(all, forms.keySet().stream().filter(form -> form.startsWith(race + ".")).count(), race);
      }
    }
    return forms;
  }

  private static String queues() {
    StringBuilder table = new StringBuilder("| mistake | a trace of it is refused at |\n| --- | --- |\n");
    QueueMistakes.ALL.forEach(mistake -> row(table, mistake.forms().get(0), "`" + mistake.refused() + "`"));
    return table.toString();
  }

  private static String table() throws IOException {
    Map<String, String> forms = forms();
    StringBuilder table = new StringBuilder("| broken form | mistake | a trace of it is refused at |\n| --- | --- | --- |\n");
    for (Mistake mistake : Mistakes.ALL) {
      row(table, mistake.forms().stream().map(form -> "`" + form + "`").collect(Collectors.joining(", ")),
          forms.get(mistake.forms().get(0)), "`" + mistake.refused() + "`");
    }
    for (Map.Entry<String, String> form : new TreeMap<>(Mistakes.NOT_IN_A_TRACE).entrySet()) {
      row(table, "`" + form.getKey() + "`", forms.get(form.getKey()), "not in a trace: " + form.getValue());
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Test
  void everyBrokenFormIsTriedOrHasTheReasonWhyNot() throws IOException {
    List<String> all = new ArrayList<>(Mistakes.NOT_IN_A_TRACE.keySet());
    Mistakes.ALL.forEach(mistake -> all.addAll(mistake.forms()));
    assertEquals(List.copyOf(forms().keySet()), all.stream().sorted().toList());
  }

  @Test
  void thePageHasThemAll() throws IOException {
    String page = Files.readString(PAGE);
    if (Boolean.getBoolean("traces.write")) {
      page = FORMS.matcher(page).replaceFirst(Matcher.quoteReplacement(table()));
      page = QUEUES.matcher(page).replaceFirst(Matcher.quoteReplacement(queues()));
      Files.writeString(PAGE, page);
    }
    String cure = "-Dtraces.write=true writes it into docs/traces.md";
    assertEquals(List.of(table()), FORMS.matcher(page).results().map(MatchResult::group).toList(), cure);
    assertEquals(List.of(queues()), QUEUES.matcher(page).results().map(MatchResult::group).toList(), cure);
  }

  @Test
  void anEditOfWhatIsNotThereIsRefused() {
    Mistake mistake = new Mistake(List.of("none"), List.of(new Edit("Hint", "no such text", "")), "");
    assertThrows(IllegalArgumentException.class, () -> EditedSources.compile(mistake));
  }
}
