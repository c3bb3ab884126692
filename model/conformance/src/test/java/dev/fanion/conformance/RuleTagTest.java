package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule has a test with its id, in the reference or in the models. */
class RuleTagTest {
  private static final Pattern TAG = Pattern.compile("(?m)^( *@Tag\\(\"(.+)\"\\) )?//= (\\S+) type=test$");

  /** Rules without such a test, with the path where each is checked instead. */
  private static final Map<String, Path> ELSEWHERE = Map.of("CTX-3", Path.of("spec/tla/interrupt")); // a claim about a model

  private static Path home() {
    return SpecFiles.find().toAbsolutePath().getParent();
  }

  private static List<String> tests() {
    List<String> texts = new ArrayList<>();
    for (String folder : List.of("impl/src/test", "model")) {
      try (Stream<Path> files = Files.walk(home().resolve(folder))) {
        for (Path file : files.filter(path -> path.toString().contains("src/test/java")).toList()) {
          if (file.toString().endsWith(".java")) {
            texts.add(Files.readString(file));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** The number of tags of each rule. */
  private static Map<String, Integer> tags(List<String> texts) {
    Map<String, Integer> tags = new HashMap<>();
    for (String text : texts) {
      for (MatchResult tag : TAG.matcher(text).results().toList()) {
        assertEquals(tag.group(3), tag.group(2), "JUnit's tag is the rule's: " + tag.group());
        tags.merge(tag.group(3), 1, Integer::sum);
      }
    }
    return tags;
  }

  private static Set<String> without(Map<String, Integer> tags) {
    return Rule.ALL.stream().map(Rule::id).filter(id -> !tags.containsKey(id)).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRuleHasATestThatBearsItsIdOrIsCheckedElsewhere() {
    Map<String, Integer> tags = tags(tests());
    assertEquals(ELSEWHERE.keySet(), without(tags));
    ELSEWHERE.values().forEach(path -> assertTrue(Files.exists(home().resolve(path)), path.toString()));
    Set<String> unknown = new TreeSet<>(tags.keySet());
    Rule.ALL.forEach(rule -> unknown.remove(rule.id()));
    assertEquals(Set.of(), unknown);
  }

  @Test
  void aRuleWithoutATestIsFound() {
    List<String> stripped = tests().stream().map(text -> text.replaceAll("(?m)^.*//= EVT-13 type=test$", "")).toList();
    assertEquals(Set.of("CTX-3", "EVT-13"), without(tags(stripped)));
  }
}
