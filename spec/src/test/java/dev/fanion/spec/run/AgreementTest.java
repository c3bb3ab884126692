package dev.fanion.spec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanion.spec.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine for memory orders allows of small programs what the axioms of C++20 allow. The axioms are a Python script, which
 * knows nothing of the machine.
 *
 * <p>{@code -Daxioms.programs=2000 -Daxioms.seed=7} compares more programs, or others.
 */
@Timeout(3600)
class AgreementTest {
  private static final Path MEMORY = Path.of("tla", "memory");
  private static final List<String> COPIED =
      List.of("C11.tla", "Agreement.tla", "Agreement.cfg", "DirectedPrograms.tla", "C11Copies.tla", "C11Mutants.tla");
  private static final String PROGRAMS = System.getProperty("axioms.programs", "200");
  private static final String SEED = System.getProperty("axioms.seed", "1");

  @TempDir private Path spec;

  @BeforeAll
  static void thereIsPython() {
    assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "python3"))), "the axioms need python3");
  }

  private static String written(String... arguments) throws IOException, InterruptedException {
    String script = Path.of("src", "test", "python", "programs.py").toString();
    Process python = new ProcessBuilder(Stream.concat(Stream.of("python3", "-B", script), Stream.of(arguments)).toList())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String module = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, python.waitFor());
    return module;
  }

  /** What TLC says of the drawn programs, on the machine with these operators replaced. */
  private EntryResult run(String programs, String replaced) throws IOException, InterruptedException {
    Path memory = Files.createDirectories(spec.resolve("tla").resolve("memory"));
    for (String file : COPIED) {
      Files.copy(MEMORY.resolve(file), memory.resolve(file));
    }
    Files.writeString(memory.resolve("RandomPrograms.tla"), programs);
    Files.writeString(memory.resolve("Drawing.tla"),
        "---- MODULE Drawing ----\nEXTENDS C11Mutants, RandomPrograms\n====\n");
    Files.writeString(spec.resolve("manifest.toml"), """
        [[entry]]
        name = "drawn"
        group = "all"
        module = "Drawing"
        base = "memory/Agreement.cfg"
        replace = { Programs = "Drawn"%s }
        why = "the machine and the axioms disagree"
        expect = "holds"
        distinct = 1
        generated = 1
        """.formatted(replaced));
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new SpecRunner(spec, nowhere, false).run(Manifest.load(spec).select(List.of("drawn"))).get(0);
  }

  @Test
  void theDirectedProgramsAreThoseOfTheAxioms() throws Exception {
    assertEquals(written("directed"), Files.readString(MEMORY.resolve("DirectedPrograms.tla")),
        "Write it again: python3 src/test/python/programs.py directed > tla/memory/DirectedPrograms.tla");
  }

  @Test
  void drawnProgramsComeOutAsTheAxiomsSay() throws Exception {
    String programs = written("random", "--count", PROGRAMS, "--seed", SEED);
    EntryResult result = run(programs, "");
    assertEquals("holds", result.outcome(), String.join("\n", result.details()));
    String told = "(* " + PROGRAMS + " programs, " + result.distinct() + " states ";
    assertTrue(programs.contains(told), "TLC has not seen all steps of all programs: " + told);
  }

  /** The other edits of C11Mutants are found by directed programs, each by an entry of the manifest. */
  @Test
  void drawnProgramsFindAnEditOfTheMachine() throws Exception {
    EntryResult result = run(written("random", "--count", "60"), ", AfterFence = \"AcqRelFenceReleasesNothing\"");
    assertEquals("fails 12 NeverWeaker", result.outcome(), String.join("\n", result.details()));
  }
}
