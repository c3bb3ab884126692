package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Wire;
import dev.fanion.junit.EventConformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The suite as JUnit tests: those of the right rules fail, and no others. */
class EventConformanceTest {
  private static Bug bug;
  private static Optional<Path> expected;
  private static Optional<String> requirements;
  private static Path reports;

  @TempDir private Path folder;

  /** What a user writes, on the planted runtime. Surefire does not take it for a test of this module, since it is nested. */
  static final class Planted extends EventConformance {
    @Override
    protected Adapter adapter() throws Wire.MalformedLine {
      return new InJvmPlantedAdapter(bug, Sides.ASYNCIO, PlantedLoop.Notice.TURN, PlantedTime.virtual(), true);
    }

    @Override
    protected Optional<Path> expected() {
      return expected;
    }

    @Override
    protected Optional<String> requirements() {
      return requirements;
    }

    @Override
    protected Path reports() {
      return reports;
    }

    @Override
    protected long steps() {
      return 1_500;
    }

    @Override
    protected long seed() {
      return 1;
    }
  }

  /** The same, of a runtime that cannot be made. */
  static final class Unmade extends EventConformance {
    @Override
    protected Adapter adapter() throws IOException {
      throw new IOException("the board is not there");
    }

    @Override
    protected Path reports() {
      return reports;
    }
  }

  /** What JUnit says of a run: of each test by the first word of its name, and of what is no test. */
  private static final class Said implements TestExecutionListener {
    private final Map<String, TestExecutionResult> tests = new TreeMap<>();
    private final List<TestExecutionResult> others = new ArrayList<>();
    private final Set<String> files = new TreeSet<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        tests.put(test.getDisplayName().split(" ")[0], result);
      } else {
        others.add(result);
      }
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
      files.add(file.getPath().getFileName().toString());
    }

    private Set<String> with(Status status) {
      return tests.entrySet().stream().filter(test -> test.getValue().getStatus() == status).map(Map.Entry::getKey)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private String message(String rule) {
      return tests.get(rule).getThrowable().orElseThrow().getMessage();
    }
  }

  @BeforeEach
  void nothingIsPlanted() {
    bug = Bug.NONE;
    expected = Optional.empty();
    requirements = Optional.empty();
    reports = folder.resolve("reports");
  }

  private Said run(Class<? extends EventConformance> tests) {
    Said said = new Said();
    LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests))
        .configurationParameter(LauncherConstants.OUTPUT_DIR_PROPERTY_NAME, folder.resolve("junit").toString())
        .build(), said);
    return said;
  }

  private Said expecting(Bug planted, String rule) throws IOException {
    bug = planted;
    expected = Optional.of(Files.writeString(folder.resolve("expected.toml"),
        "[[expected]]\nrule = \"" + rule + "\"\nreason = \"our issue 118\"\n"));
    return run(Planted.class);
  }

  @Test
  void eachRuleOfARuntimeThatConformsHoldsOrSaysWhyItIsOpen() {
    Said said = run(Planted.class);

    assertEquals(Rule.ALL.size() + 1, said.tests.size());
    assertEquals(Set.of(), said.with(Status.FAILED));
    assertTrue(said.with(Status.SUCCESSFUL).containsAll(Set.of("run", "EVT-2", "FLG-5", "CAN-1", "LOP-1")));
    said.with(Status.ABORTED).forEach(rule -> assertTrue(said.message(rule).startsWith("not tested: "), said.message(rule)));
    assertFalse(said.with(Status.ABORTED).isEmpty());
    assertEquals(Set.of("index.html", "report.txt", "results.json"), said.files);
    assertTrue(Files.exists(reports.resolve("junit.xml")));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL_IGNORED", "FLAG_NOT_CONSUMED", "NEVER_ENDS_WHILE_BLOCKED"})
  void theRuleThatAMistakeBreaksFailsAndOthersDoNot(Bug planted) {
    bug = planted;
    Said said = run(Planted.class);

    Set<String> failed = said.with(Status.FAILED);
    assertFalse(failed.isEmpty());
    assertTrue(planted.rules().containsAll(failed), failed.toString());
    for (String rule : failed) {
      String message = said.message(rule);
      assertTrue(message.contains(": " + rule) && message.contains("main started"), message);
      assertTrue(message.contains("as a picture: " + reports.resolve("index.html").toUri()), message);
      assertTrue(message.contains("the same run again: -Dfanion.seed=1 -Dfanion.steps=1500"), message);
    }
  }

  @Test
  void theMessageIsTheShortestConversationAndWhatIsAllowedThere() {
    bug = Bug.RETURNS_WITHOUT_LOOKING;
    String message = run(Planted.class).message("EVT-7");

    assertTrue(message.startsWith("1. "), message);
    assertTrue(message.matches("(?s).*\\. BROKEN: EVT-7, shown by 2 operations\n     main started\n"
        + "   1 main: spawn t\\d +-> main ok\n   2 main: wait e1 +-> main woken\n"
        + "     the spec allows: t\\d started\n.*"), message);
  }

  @Test
  void whatFailsAsExpectedIsAborted() throws IOException {
    Said said = expecting(Bug.RETURNS_WITHOUT_LOOKING, "EVT-7");

    assertTrue(said.with(Status.ABORTED).contains("EVT-7"));
    assertTrue(said.message("EVT-7").endsWith(", expected: our issue 118"), said.message("EVT-7"));
  }

  @Test
  void whatPassesAgainstExpectationFails() throws IOException {
    Said said = expecting(Bug.NONE, "EVT-7");

    assertEquals(Set.of("EVT-7"), said.with(Status.FAILED));
    assertTrue(said.message("EVT-7").startsWith("expected to fail, and passes: our issue 118"), said.message("EVT-7"));
  }

  @Test
  void theRequirementsAreThoseThatAreAskedFor() {
    requirements = Optional.of("2025.9");
    Said said = run(Planted.class);

    assertEquals(Map.of(), said.tests);
    assertTrue(said.others.stream().anyMatch(result -> result.getThrowable().map(Throwable::getMessage).orElse("")
        .contains("no requirements 2025.9")));
  }

  @Test
  void aRuntimeThatCannotBeMadeFailsAsAWhole() {
    Said said = run(Unmade.class);

    assertEquals(Map.of(), said.tests);
    assertTrue(said.others.stream().anyMatch(result -> result.getThrowable().map(Throwable::getMessage).orElse("")
        .contains("the board is not there")));
  }
}
