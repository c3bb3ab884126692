package dev.fanion.spec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.Manifest;
import dev.fanion.spec.ManifestException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A module in which claims catch two neighbours, and two more change nothing, or no more than the states. */
@Timeout(120)
class NeighboursTest {
  private static final String MODULE = """
      ---- MODULE Lamp ----
      EXTENDS Naturals
      VARIABLES lit, \\* whether it shines
        turns
      vars == <<lit, turns>>
      Init ==
        /\\ lit = FALSE
        /\\ turns = 0
      Press ==
        /\\ turns < 3
        /\\ turns' =
             turns + 1 \\* and so on
        /\\ lit' = ~lit
      Rest ==
        /\\ turns = 3
        /\\ UNCHANGED vars
      Next == Press \\/ Rest
      Few == /\\ turns <= 3
             /\\ lit \\in BOOLEAN
      ====
      """;

  @TempDir Path spec;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws Exception {
    Path tla = Files.createDirectory(spec.resolve("tla"));
    Files.writeString(tla.resolve("Lamp.tla"), MODULE);
    Files.writeString(tla.resolve("Lamp.cfg"), "INIT Init\nNEXT Next\nINVARIANT Few\n");
    Files.writeString(spec.resolve("manifest.toml"), """
        [[entry]]
        name = "lamp"
        group = "lamps"
        module = "Lamp"
        config = "Lamp.cfg"
        why = "a test"
        expect = "holds"
        distinct = 4
        generated = 5
        """);
  }

  private int run(String... modules) throws Exception {
    return run(false, modules);
  }

  private int run(boolean write, String... modules) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new Neighbours(spec, Manifest.load(spec), out, Duration.ofSeconds(60)).run(List.of(modules), write);
  }

  @Test
  void eachConjunctIsCaughtOrSurvives() throws Exception {
    assertEquals(3, run("Lamp"));
    assertEquals(List.of(
        "module\tdefinition\tconjunct\tcaught by\tentry",
        "Lamp\tPress\tturns < 3\tinvariant Few\tlamp",
        "Lamp\tPress\tturns' = turns + 1\tnothing, but the states change\tlamp",
        "Lamp\tPress\tlit' = ~lit\tnothing\t",
        "Lamp\tRest\tturns = 3\tnothing, but the states change\tlamp"),
        printed.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void aSurvivorWithAReasonIsNoProblemAndAReasonWithoutASurvivorIs() throws Exception {
    Files.writeString(spec.resolve("survivors.tsv"), "module\tdefinition\tconjunct\treason\n"
        + "Lamp\tPress\tlit' = ~lit\tnobody looks\nLamp\tPress\tturns < 3\tso it seems\n");
    assertEquals(2 + 1, run("Lamp"));
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals("Lamp\tPress\tlit' = ~lit\tnothing\t\tnobody looks", lines.get(3));
    assertEquals("survivors.tsv: Lamp, Press, turns < 3: does not survive; take the line out", lines.get(5));
  }

  @Test
  void oneDefinitionAloneIsTriedAndTheRestIsKept() throws Exception {
    run(true, "Lamp");
    printed.reset();
    Files.writeString(spec.resolve("tla/Lamp.tla"), MODULE.replace("turns = 3", "turns > 2"));
    assertEquals(1, run(true, "Lamp!Rest"));
    assertEquals(2, printed.toString(StandardCharsets.UTF_8).lines().count());
    assertEquals(List.of(
        "module\tdefinition\tconjunct\tcaught by\tentry",
        "Lamp\tPress\tturns < 3\tinvariant Few\tlamp",
        "Lamp\tPress\tturns' = turns + 1\tnothing, but the states change\tlamp",
        "Lamp\tPress\tlit' = ~lit\tnothing\t",
        "Lamp\tRest\tturns > 2\tnothing, but the states change\tlamp"), Files.readAllLines(spec.resolve("neighbours.tsv")));
  }

  @Test
  void anEntryIsNotAskedHowAnActionChangesVariablesThatItNeverTakes() throws Exception {
    Files.writeString(spec.resolve("manifest.toml"), "idle = [\"Press\"]\n", StandardOpenOption.APPEND);
    assertEquals(2, run("Lamp!Press"));
    assertEquals(List.of(
        "Lamp\tPress\tturns < 3\tinvariant Few\tlamp",
        "Lamp\tPress\tturns' = turns + 1\tnothing\t",
        "Lamp\tPress\tlit' = ~lit\tnothing\t"),
        printed.toString(StandardCharsets.UTF_8).lines().skip(1).toList());
  }

  @Test
  void nothingIsKeptUnlessAskedFor() throws Exception {
    run("Lamp!Rest");
    assertFalse(Files.exists(spec.resolve("neighbours.tsv")));
  }

  @Test
  void theSpecItselfIsNotChanged() throws Exception {
    run("Lamp");
    assertEquals(MODULE, Files.readString(spec.resolve("tla/Lamp.tla")));
  }

  @Test
  void anUnknownModuleIsNamed() {
    String message = assertThrows(ManifestException.class, () -> run("Lump")).getMessage();
    assertTrue(message.startsWith("no module 'Lump'"), message);
  }
}
