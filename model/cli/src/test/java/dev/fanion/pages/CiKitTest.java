package dev.fanion.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The action, its script, the workflow in the docs and the Dockerfile name what there is; the script does what it says. */
class CiKitTest {
  private static final Clone HERE = Clone.here();
  private static final Path HOME = HERE.root();
  private static final CiKit KIT = new CiKit(HERE, new Commands(new CommandLine(new Main()), HERE, new Entries(HERE)));

  @TempDir private Path folder;

  private static String read(String file) {
    try {
      return Files.readString(HOME.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String workflow() {
    Matcher shown = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(read("docs/ci.md"));
    assertTrue(shown.find());
    return shown.group(1);
  }

  private static List<String> problems(String right, String wrong) {
    String[] texts = {read(CiKit.FOLDER + "/action.yml"), read(CiKit.FOLDER + "/run"), workflow(), read(".ci/Dockerfile")};
    int changed = 0;
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i].replace(right, wrong);
      changed += text.equals(texts[i]) ? 0 : 1;
      texts[i] = text;
    }
    assertTrue(right.isEmpty() || changed == 1, changed + " files have " + right);
    return KIT.problems(texts[0], texts[1], texts[2], texts[3]);
  }

  @Test
  void whatTheKitNamesIsThere() {
    assertEquals(List.of(), problems("", ""));
    assertTrue(Files.isExecutable(HOME.resolve(CiKit.FOLDER + "/run")));
    assertTrue(Files.isExecutable(HOME.resolve("fanion")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      using: composite                   | using: docker                  | action: not composite
      shell: bash                        | env2: bash                     | action: keys of a step
      $GITHUB_ACTION_PATH/run            | $GITHUB_ACTION_PATH/conform    | action: runs what is not there
      '"$GITHUB_ACTION_PATH/run"'        | echo ${{ inputs.adapter }}     | action: an expression inside run
      actions/upload-artifact@v4         | somebody/upload@main           | action: uses
      steps.conform.outputs              | steps.suite.outputs            | action: no step suite
      ${{ inputs.seed }}                 | ${{ inputs.sed }}              | action: inputs
      EXPECTED: ${{                      | EXPECT: ${{                    | script: takes
      --expected "$EXPECTED"             | --expect "$EXPECTED"           | script:
      --requirements "$REQUIREMENTS"     | --requires "$REQUIREMENTS"     | script:
      /summary.md                        | /summary.txt                   | script: no summary
      conform --adapter "$ADAPTER"       | conform "$ADAPTER"             | script:
      .github/actions/conform@main       | .github/actions/suite@main     | workflow: no action
      adapter: python3                   | command: python3               | workflow: no inputs
      OWNER/fanion/                      | actions/fanion/                | workflow: uses
      runs-on: ubuntu-latest             | runs: ubuntu-latest            | workflow: a job needs runs-on
      COPY . /opt/fanion                 | COPY . /fanion                 | Dockerfile: does not copy
      ENTRYPOINT ["/opt/fanion/fanion"]  | ENTRYPOINT ["/opt/fanion/run"] | Dockerfile: no program
      """)
  void aKitWithAMistakeIsFound(String right, String wrong, String problem) {
    List<String> problems = problems(right, wrong);

    assertTrue(problems.stream().anyMatch(each -> each.startsWith(problem)), problems.toString());
  }

  /** Runs the action's script beside a stand-in for the command, which ends with this status, perhaps with a summary. */
  private int run(int status, boolean writes, Map<String, String> environment) throws IOException, InterruptedException {
    Path script = folder.resolve(CiKit.FOLDER + "/run");
    Files.createDirectories(script.getParent());
    Files.writeString(script, read(CiKit.FOLDER + "/run"));
    Path command = folder.resolve("fanion");
    Files.writeString(command, "#!/bin/sh\nprintf '%s\\n' \"$@\" >" + folder.resolve("asked") + "\n"
        + (writes ? "mkdir -p out && echo '## what was found' >out/summary.md\n" : "") + "exit " + status + "\n");
    assertTrue(command.toFile().setExecutable(true));
    ProcessBuilder bash = new ProcessBuilder("bash", script.toString()).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile());
    bash.environment().putAll(Map.of("OUT", "out", "GITHUB_OUTPUT", folder.resolve("output").toString(),
        "GITHUB_STEP_SUMMARY", folder.resolve("summary").toString()));
    bash.environment().putAll(environment);
    return bash.start().waitFor();
  }

  @Test
  void theScriptAsksForWhatItIsToldAndHandsTheStatusOn() throws Exception {
    assertEquals(1, run(1, true, Map.of("ADAPTER", "python3 'my adapter.py'", "EXPECTED", "x.toml", "REQUIREMENTS", "2026.1",
        "SEED", "7")));

    assertEquals("conform --adapter python3 'my adapter.py' --out out --expected x.toml --requirements 2026.1 --seed 7",
        String.join(" ", Files.readAllLines(folder.resolve("asked"))));
    assertEquals(List.of("status=1"), Files.readAllLines(folder.resolve("output")));
    assertEquals(List.of("## what was found"), Files.readAllLines(folder.resolve("summary")));
  }

  @Test
  void aRunWithoutASummaryIsToldAsSuchAndNotByAnOldOne() throws Exception {
    assertEquals(0, run(0, true, Map.of("ADAPTER", "a")));
    assertEquals(2, run(2, false, Map.of("ADAPTER", "a")));

    List<String> summary = Files.readAllLines(folder.resolve("summary"));
    assertEquals(2, summary.size());
    assertTrue(summary.get(1).startsWith("The suite ended with status 2"), summary.get(1));
  }

  @Test
  void withoutAnAdapterNothingIsAsked() throws Exception {
    assertEquals(2, run(0, true, Map.of()));
    assertFalse(Files.exists(folder.resolve("asked")));
  }
}
