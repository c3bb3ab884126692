package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Version;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what a run found, for people: {@code index.html}, one file that needs neither a network nor a script. Its policy forbids
 * both.
 */
final class HtmlReport {
  private final Html html = new Html();
  private final Results results;
  private final String specHash;
  private final Path json;

  private HtmlReport(Results results, String specHash, Path json) {
    this.results = results;
    this.specHash = specHash;
    this.json = json;
  }

  /**
   * Writes the page.
   *
   * @param json the report that {@code replay} reads
   */
  static void write(Results results, String specHash, ModelCache models, Path json, Path file) throws IOException {
    Files.writeString(file, new HtmlReport(results, specHash, json).page(models));
  }

  private String page(ModelCache models) throws IOException {
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
    head();
    html.open("body");
    html.open("header").put("h1", results.hello.name() + " " + results.hello.version());
    verdict();
    parts();
    html.close().open("main");
    errors();
    new HtmlFindings(html, results, models, json.toString()).write();
    HtmlTables tables = new HtmlTables(html, results);
    tables.rules();
    tables.sides();
    tables.coverage();
    run();
    html.close();
    html.open("footer").put("p", "Written by Fanion. This is a statement about the conversations of this run; it is no proof.");
    html.close().close().close();
    return html.page();
  }

  private void head() throws IOException {
    String css = css();
    html.open("head");
    html.alone("meta", "charset", "utf-8");
    html.alone("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src 'sha256-" + sha256(css)
        + "'; base-uri 'none'; form-action 'none'");
    html.alone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.alone("meta", "name", "color-scheme", "content", "light dark");
    html.alone("meta", "name", "referrer", "content", "no-referrer");
    html.put("title", results.hello.name() + " " + results.hello.version() + ": " + TextReport.verdict(results).get(0));
    html.style(css);
    html.close();
  }

  private static String css() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    }
  }

  private static String sha256(String text) {
    return Base64.getEncoder().encodeToString(SpecFiles.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void verdict() {
    String[] signs = {"✓", "✗", "?"};
    int status = results.status();
    html.open("p", "class", "verdict status-" + status).put("span", signs[status], "aria-hidden", "true");
    html.say(" " + String.join("; ", TextReport.verdict(results)) + ". " + sides()).close();
  }

  /** The sides, as far as they are not asyncio's. */
  private String sides() {
    Profile found = results.profile().named();
    Profile asyncio = Profile.asyncio();
    String others = found.sides().entrySet().stream().filter(side -> side.getValue() != asyncio.side(side.getKey()))
        .map(side -> side.getKey() + "=" + side.getValue()).collect(Collectors.joining(", "));
    String unknown = results.sightings().stream().filter(Sighting::isUnknown)
        .map(sighting -> sighting.point().toString()).collect(Collectors.joining(", "));
    return (others.isEmpty() ? "Where good runtimes differ, it was judged by asyncio’s sides"
        : "Where good runtimes differ, it was judged by asyncio’s sides but for " + others)
        + (unknown.isEmpty() ? "." : "; not known are its sides of " + unknown + ".");
  }

  private void parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    if (!results.errors().isEmpty()) {
      parts.put("errors", FindingText.count(results.errors().size(), "adapter error"));
    }
    parts.put("findings", FindingText.count(results.findings().size(), "finding"));
    parts.put("rules", FindingText.count(Rule.ALL.size(), "rule"));
    parts.put("sides", "sides");
    parts.put("coverage", "coverage and phases");
    parts.put("run", "the run");
    html.open("nav", "aria-label", "Parts of this page").open("ul");
    parts.forEach((id, words) -> html.open("li").put("a", words, "href", "#" + id).close());
    html.close().close();
  }

  private void errors() {
    if (results.errors().isEmpty()) {
      return;
    }
    html.open("section", "id", "errors").put("h2", "Adapter errors");
    for (AdapterFailure error : results.errors()) {
      html.put("h3", error.kind().name().toLowerCase(Locale.ROOT));
      html.lines(FindingText.ends(error.getMessage()));
      List<String> said = error.conversation();
      int from = Math.max(0, said.size() - TextReport.SHOWN);
      if (!said.isEmpty()) {
        html.put("p", "In this conversation"
            + (from == 0 ? ":" : ", of which the first " + from + " lines are in the other reports:"));
        html.lines(String.join("\n", said.subList(from, said.size())));
      }
    }
    html.close();
  }

  private void run() {
    Hello hello = results.hello;
    html.open("section", "id", "run").put("h2", "The run").open("dl");
    fact("implementation", hello.name() + " " + hello.version());
    fact("features", FindingText.features(hello));
    fact("profile asked for", results.plan.profile().name());
    fact("profile found", results.profile().name());
    fact("requirements", results.plan.requirements().words());
    fact("seed", String.valueOf(results.plan.seed()));
    fact("suite", "Fanion " + Version.TEXT + ", protocol " + Hello.PROTOCOL + ", spec " + specHash);
    html.put("dt", "the same run again").open("dd").put("code", results.plan.command()).close();
    html.close().close();
  }

  private void fact(String name, String words) {
    html.put("dt", name).put("dd", words);
  }
}
