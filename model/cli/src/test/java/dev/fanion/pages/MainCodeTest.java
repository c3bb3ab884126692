package dev.fanion.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of the main code of all modules: packages do not import each other in a circle, and files are short. */
class MainCodeTest {
  private static final Clone HERE = Clone.here();

  private static String java(String name, String... imports) {
    StringBuilder text = new StringBuilder("package " + name + ";\n\n");
    Stream.of(imports).forEach(each -> text.append("import ").append(each).append(";\n"));
    return text.toString();
  }

  @Test
  void noModuleHasACircleOfImports() {
    assertEquals(List.of(), ImportCircles.of(HERE));
  }

  @Test
  void noFileIsTooLong() {
    assertEquals(List.of(), MainCode.tooLong(HERE));
  }

  @Test
  void everyModuleIsLookedAt() {
    for (String module : List.of("spec", "impl", "model/oracle", "model/conformance", "model/conformance/junit",
        "model/adapters/reference", "model/cli", "stress/run", "stress/jcstress", "stress/storms", "stress/lincheck",
        "stress/fray", "stress/bench")) {
      assertTrue(HERE.files("java").stream().anyMatch(file -> file.startsWith(module + "/src/main/java/")), module);
    }
  }

  @Test
  void aCircleIsFound() {
    assertEquals(List.of("m: a.b -> a.c -> a.d -> a.b"), ImportCircles.of(Clone.of(Map.of(
        "m/src/main/java/a/b/X.java", java("a.b", "java.util.List", "a.c.Y"),
        "m/src/main/java/a/c/Y.java", java("a.c", "static a.d.Z.z"),
        "m/src/main/java/a/d/Z.java", java("a.d", "a.b.X.Nested", "a.c.sub.Other")))));
    assertEquals(List.of("m: a -> b -> a"), ImportCircles.of(Clone.of(Map.of(
        "m/src/main/java/a/X.java", java("a", "b.*"), "m/src/main/java/b/Y.java", java("b", "static a.X.*")))));
  }

  @Test
  void whatIsNoCircleOfOneModuleIsAccepted() {
    assertEquals(List.of(), ImportCircles.of(Clone.of(Map.of(
        "m/src/main/java/a/X.java", java("a", "b.Y", "c.Z", "a.Other"), "m/src/main/java/b/Y.java", java("b", "c.Z"),
        "m/src/main/java/c/Z.java", java("c"), "m/src/test/java/b/YTest.java", java("b", "a.X"),
        "n/src/main/java/b/W.java", java("b", "a.X")))));
  }

  @Test
  void aLongFileIsFound() {
    String longest = "x\n".repeat(250);
    Clone clone = Clone.of(Map.of("a/src/main/java/A.java", longest, "a/src/main/java/B.java", longest + "x",
        "model/adapters/c.py", longest + "x\n", "a/src/test/java/T.java", longest + "x\n", "a.md", longest + "x\n"));
    assertEquals("[a/src/main/java/B.java:1: 251 lines, of at most 250, model/adapters/c.py:1: 251 lines, of at most 250]",
        MainCode.tooLong(clone).toString());
  }
}
