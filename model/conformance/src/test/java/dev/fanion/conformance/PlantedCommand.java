package dev.fanion.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs {@code ./fanion conform} as a user would, on a planted mistake in a process of its own, up to the first finding. */
final class PlantedCommand {
  /** The line about a finding, such as "2. BROKEN: EVT-2 (also LOP-1), shown by 7 operations". */
  private static final Pattern FINDING =
      Pattern.compile("\\d+\\. (BROKEN|HANG|CRASH|OTHER SIDE): ([A-Z]{3}-\\d+)?.*shown by (\\d+) operations?");

  private static final Pattern PROFILE = Pattern.compile("all findings are choices: it conforms to --profile (.*)");
  private static final Pattern PHASE = Pattern.compile("(.*\\S) +[\\d,]+ scenarios .*");

  private PlantedCommand() {}

  /**
   * What the command said.
   *
   * @param rule the first rule of the finding that is taken: the first that is no choice, else the first; "" without findings
   * @param operations the length of its conversation
   * @param seconds from the start of the command until it showed that finding; until its end if it showed none
   * @param phase the last part of the run
   * @param choice the profile to which it conforms instead; null if it does not
   */
  record Said(int status, String rule, int operations, double seconds, String phase, @Nullable String choice) {}

  /** Runs the command with its default options but for the seed, and for its end at the first finding. */
  static Said of(Path home, Bug bug, Sides sides, long seed) throws IOException, InterruptedException {
    String adapter = String.join(" ", "java", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        PlantedAdapter.class.getName(), "--profile", sides.toString(), "--bug", bug.name());
    long start = System.nanoTime();
    Process process = new ProcessBuilder(List.of(home.resolve("fanion").toString(), "conform", "--adapter", adapter,
        "--fail-fast", "--seed", "" + seed, "--out", home.resolve("target/planted/" + bug).toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String rule = "";
    int operations = 0;
    double seconds = 0;
    boolean choices = true;
    String phase = "";
    String choice = null;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher finding = FINDING.matcher(line);
        if (finding.matches() && choices && (rule.isEmpty() || !finding.group(1).equals("OTHER SIDE"))) {
          choices = finding.group(1).equals("OTHER SIDE");
          rule = finding.group(2) == null ? "?" : finding.group(2);
          operations = Integer.parseInt(finding.group(3));
          seconds = (System.nanoTime() - start) / 1e9;
        }
        Matcher part = PHASE.matcher(line);
        phase = part.matches() ? part.group(1) : phase;
        Matcher profile = PROFILE.matcher(line);
        choice = profile.matches() ? profile.group(1) : choice;
      }
    }
    int status = process.waitFor();
    return new Said(status, rule, operations, rule.isEmpty() ? (System.nanoTime() - start) / 1e9 : seconds, phase, choice);
  }
}
