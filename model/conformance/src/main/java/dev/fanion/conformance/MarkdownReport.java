package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Harmless;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes what a run found, for the summary of a CI's step: {@code summary.md}, in Markdown. What is not ours (the words of an
 * adapter, names of files) stands in code only, where Markdown reads neither links nor HTML.
 */
final class MarkdownReport {
  /** The number of findings that are shown. A summary has a limit of size. */
  static final int MOST = 10;

  /** The number of lines of one that are shown, from its end. */
  static final int MOST_LINES = 60;

  private static final Pattern TICKS = Pattern.compile("`+");

  private final Results results;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(Results results) {
    this.results = results;
  }

  static void write(Results results, Path file) throws IOException {
    Files.writeString(file, new MarkdownReport(results).text());
  }

  private String text() {
    String[] signs = {"✓", "✗", "?"};
    line("## Fanion: " + code(results.hello.name() + " " + results.hello.version()));
    line("");
    TextReport.verdict(results).forEach(words -> line(signs[results.status()] + " " + code(words) + "\n"));
    rules();
    results.errors().forEach(this::error);
    List<Finding> findings = results.findings();
    for (int i = 0; i < Math.min(MOST, findings.size()); i++) {
      finding(i + 1, findings.get(i));
    }
    if (findings.size() > MOST) {
      line(FindingText.count(findings.size() - MOST, "more finding") + ": see `index.html`.\n");
    }
    line("The same run again:\n");
    block(results.plan.command());
    return text.toString();
  }

  /** The rules by their verdicts: how many, and which if that is not all of an ordinary run. */
  private void rules() {
    Map<String, List<String>> verdicts = new LinkedHashMap<>();
    results.verdicts().forEach(verdict ->
        verdicts.computeIfAbsent(verdict.word(), word -> new ArrayList<>()).add(verdict.rule().id()));
    line("| verdict | rules |\n| --- | --- |");
    verdicts.forEach((word, ids) ->
        line("| " + word + " | " + (ids.size() > MOST ? String.valueOf(ids.size()) : String.join(", ", ids)) + " |"));
    line("");
  }

  private void finding(int number, Finding finding) {
    StringWriter words = new StringWriter();
    PrintWriter out = new PrintWriter(words);
    FindingText.print(number, finding, results.excuse(finding), out);
    out.flush();
    line("### " + FindingText.title(number, finding) + "\n");
    block(words.toString().lines().skip(1).collect(Collectors.joining("\n")));
  }

  private void error(AdapterFailure error) {
    line("### Adapter error\n");
    List<String> said = error.conversation();
    block(FindingText.ends(error.getMessage()) + "\n" + String.join("\n", said));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** The text as code on a line. The marks around it are longer than any inside. */
  static String code(String words) {
    String line = Harmless.line(words).strip();
    String marks = "`".repeat(longest(line) + 1);
    String space = line.isEmpty() || line.startsWith("`") || line.endsWith("`") ? " " : "";
    return marks + space + line + space + marks;
  }

  /** The last lines of a text as a block of code. */
  private void block(String words) {
    List<String> lines = words.lines().map(Harmless::line).toList();
    int from = Math.max(0, lines.size() - MOST_LINES);
    String shown = (from == 0 ? "" : "… " + FindingText.count(from, "line") + " before\n")
        + String.join("\n", lines.subList(from, lines.size()));
    String marks = "`".repeat(Math.max(3, longest(shown) + 1));
    line(marks + "text\n" + shown + "\n" + marks + "\n");
  }

  private static int longest(String words) {
    Matcher ticks = TICKS.matcher(words);
    int longest = 0;
    while (ticks.find()) {
      longest = Math.max(longest, ticks.group().length());
    }
    return longest;
  }
}
