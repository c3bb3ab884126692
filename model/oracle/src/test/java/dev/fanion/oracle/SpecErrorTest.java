package dev.fanion.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A message says what is wrong with a spec, and where. */
class SpecErrorTest {
  @TempDir private Path folder;

  private static String says(Executable executable, String... parts) {
    String message = assertThrows(SpecException.class, executable).getMessage();
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "\"" + part + "\" is not in: " + message);
    }
    return message;
  }

  private Oracle load(String body, String config) {
    return TinySpec.load(folder, "Tiny", body, config);
  }

  @Test
  void aModuleThatDoesNotParse() {
    says(() -> load("VARIABLE x\nInit == x = (1\nNext == x' = x\n", TinySpec.PLAIN_CONFIG), "Tiny", "line 4");
  }

  @Test
  void aModuleThatIsNotThere() {
    says(() -> Oracle.load(folder, "Missing", TinySpec.PLAIN_CONFIG), "Missing", folder.toString());
  }

  @Test
  void anUnknownName() {
    says(() -> load("VARIABLE x\nInit == x = y\nNext == x' = x\n", TinySpec.PLAIN_CONFIG), "line 3", "`y'");
  }

  @Test
  void aConfigWithAConstantThatTheModuleDoesNotHave() {
    says(() -> TinySpec.load(folder, "Lamps", TinySpec.LAMPS, TinySpec.LAMPS_CONFIG + "Bulbs = 3\n"), "Lamps", "Bulbs");
  }

  @Test
  void aConfigWithoutAConstantThatTheModuleHas() {
    says(() -> TinySpec.load(folder, "Lamps", TinySpec.LAMPS, TinySpec.LAMPS_CONFIG.replace("Most = 3", "")), "Most");
  }

  @Test
  void aConfigWithAnOperatorThatTheModuleDoesNotHave() {
    says(() -> load("VARIABLE x\nInit == x = 1\nNext == x' = x\n", "INIT Begin\nNEXT Next\n"), "Begin");
  }

  @Test
  void anAssumptionThatIsFalse() {
    says(() -> load("VARIABLE x\nASSUME Odd == 1 = 2\nInit == x = 1\nNext == x' = x\n", TinySpec.PLAIN_CONFIG), "Tiny", "line 3");
  }

  @Test
  void anInitialPredicateThatCannotBeEvaluated() {
    says(() -> load("EXTENDS Naturals\nVARIABLE x\nInit == x = 1 + \"a\"\nNext == x' = x\n", TinySpec.PLAIN_CONFIG), "Tiny");
  }

  @Test
  void aStepThatCannotBeEvaluated() {
    try (Oracle oracle = load("EXTENDS Naturals\nVARIABLE x\nInit == x = \"a\"\nGrow == x' = x + 1\nNext == Grow\n",
        TinySpec.PLAIN_CONFIG)) {
      says(() -> oracle.successors(oracle.initial()[0], 0), "Grow", "x = \"a\"");
    }
  }

  @Test
  void aSecondErrorDoesNotRepeatTheFirst() {
    try (Oracle oracle = load("EXTENDS Naturals\nVARIABLE x\nInit == x = \"a\"\nGrow == x' = x + 1\n"
        + "Fall == x' = x - 1\nNext == Grow \\/ Fall\n", TinySpec.PLAIN_CONFIG)) {
      String grow = says(() -> oracle.successors(oracle.initial()[0], TinySpec.action(oracle, "Grow")), "Grow");
      String fall = says(() -> oracle.successors(oracle.initial()[0], TinySpec.action(oracle, "Fall")), "Fall");
      assertEquals(grow.lines().count(), fall.lines().count());
    }
  }

  @Test
  void anOperatorThatDoesNotExist() {
    try (Oracle lamps = TinySpec.lamps(folder)) {
      says(() -> lamps.apply(lamps.initial()[0], "AreDark", "a"), "AreDark");
    }
  }

  @Test
  void anOperatorWithOtherParameters() {
    try (Oracle lamps = TinySpec.lamps(folder)) {
      says(() -> lamps.apply(lamps.initial()[0], "Others", "a", "b"), "Others", "2");
    }
  }

  @Test
  void anOperatorThatCannotBeEvaluated() {
    try (Oracle lamps = TinySpec.lamps(folder)) {
      says(() -> lamps.apply(lamps.initial()[0], "Longer", "a"), "Longer");
    }
  }

  @Test
  void aVariableThatDoesNotExist() {
    try (Oracle lamps = TinySpec.lamps(folder)) {
      says(() -> lamps.value(lamps.initial()[0], "colour"), "colour");
    }
  }
}
