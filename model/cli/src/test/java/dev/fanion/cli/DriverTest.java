package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanion.conformance.PlantedAdapter;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference against a second driver, which is written from the protocol's page alone. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DriverTest {
  private static final Path DRIVER =
      SpecFiles.find().resolveSibling("model").resolve("cli/src/test/python/driver.py");

  @TempDir private Path folder;

  @BeforeAll
  static void thereIsPython() {
    assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "python3"))), "the driver needs python3");
  }

  private CommandRun drive(List<String> options, Class<?> main, String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("python3", DRIVER.toString(), "--seed", "1"));
    words.addAll(options);
    words.add("--");
    words.addAll(CommandRun.java(folder, "driven", main));
    words.addAll(List.of(arguments));
    Process driver = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(driver.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new CommandRun(driver.waitFor(), said);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 1", "5, 2, 2"})
  void theReferenceAnswersAsTheProtocolSays(String tasks, String events, String flags) throws Exception {
    List<String> options = List.of("--steps", "20000", "--tasks", tasks, "--events", events, "--flags", flags);
    CommandRun run = drive(options, Main.class, "adapter");
    assertEquals(0, run.status(), run.said());
    run.says("; 0 disagreements");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WAKES_TWO", "FLAG_CLEAR_UNREGISTERS", "CANCEL_LEAVES_WAITER", "FLAGS_ONLY_WHEN_IDLE"})
  void theDriverSeesAPlantedMistake(String bug) throws Exception {
    List<String> options = List.of("--steps", "20000", "--stop-after", "1", "--deadline", "2");
    CommandRun run = drive(options, PlantedAdapter.class, "--bug", bug);
    assertEquals(1, run.status(), run.said());
    assertTrue(run.said().startsWith("Disagreement in scenario "), run.said());
  }
}
