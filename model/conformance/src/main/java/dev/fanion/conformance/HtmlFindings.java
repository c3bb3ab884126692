package dev.fanion.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the findings of a run: a picture of each, up to a number, then a list of the others. */
final class HtmlFindings {
  /** The number of findings that have a picture. The others are listed. */
  static final int MOST_PICTURES = 40;

  private final Html html;
  private final Results results;
  private final ModelCache models;
  private final String json;
  private final Map<SpecModel, StateWords> words = new HashMap<>();

  /**
   * Prepares to write.
   *
   * @param json the report that {@code replay} reads
   */
  HtmlFindings(Html html, Results results, ModelCache models, String json) {
    this.html = html;
    this.results = results;
    this.models = models;
    this.json = json;
  }

  void write() {
    List<Finding> findings = results.findings();
    html.open("section", "id", "findings").put("h2", "Findings");
    if (findings.isEmpty()) {
      html.put("p", "There are none.");
    }
    int pictures = Math.min(findings.size(), MOST_PICTURES);
    for (int i = 0; i < pictures; i++) {
      finding(i + 1, findings.get(i));
    }
    if (findings.size() > pictures) {
      list(findings, pictures);
    }
    html.close();
  }

  /** The id of the part of the page about this finding. */
  static String id(int number) {
    return "finding-" + number;
  }

  private void finding(int number, Finding finding) {
    Retrace retrace = Retrace.of(finding, results, models);
    html.open("section", "class", "finding", "id", id(number)).put("h3", FindingText.title(number, finding));
    rules(finding, retrace.profile());
    String excuse = results.excuse(finding);
    if (excuse != null) {
      html.put("p", "It does not decide; " + excuse + ".");
    }
    if (finding.option() != null) {
      html.open("p").say("A choice, accepted by ").put("code", "--profile " + finding.option()).say(".").close();
    }
    if (!finding.said().isEmpty()) {
      html.lines(FindingText.end(finding.said()));
    }
    html.open("p").say("To hold it again: ").put("code", "./fanion replay " + json + "#" + number + " --adapter CMD").close();
    int steps = finding.exchanges().size();
    String shown = steps > HtmlPicture.MOST_STEPS ? ", of which the last " + HtmlPicture.MOST_STEPS + " are shown" : "";
    picture(number, finding, retrace, FindingText.count(steps, "step") + shown);
    html.close();
  }

  private void picture(int number, Finding finding, Retrace retrace, String steps) {
    String[] attributes = number == 1 ? new String[] {"open", "open"} : new String[0];
    html.open("details", attributes).put("summary", "The conversation of finding " + number + ": " + steps);
    StateWords ofModel = words.computeIfAbsent(retrace.model(), StateWords::new);
    new HtmlPicture(html, finding, retrace, ofModel).draw(id(number) + "-picture", caption(number, finding));
    html.close();
  }

  private static String caption(int number, Finding finding) {
    boolean timed = finding.exchanges().stream().anyMatch(exchange -> exchange.request().millis() > 0);
    return "Finding " + number + ": who was asked what and who replied (→), from top to bottom; what a silent task is doing is "
        + "what the spec has. The last row " + (finding.kind() == Finding.Kind.OTHER_SIDE ? "shows the choice." : "is wrong.")
        + (timed ? " When something was said is not known here: a time may have come in one of the states, and not in another."
            : "");
  }

  /** The rules that are broken, in the words of the profile under which they are. */
  private void rules(Finding finding, Profile profile) {
    html.open("ul", "class", "rules");
    for (String id : finding.ruleNames()) {
      html.open("li").put("a", id, "href", "#" + id).say(" " + Rule.named(id).says(profile)).close();
    }
    html.close();
  }

  private void list(List<Finding> findings, int from) {
    html.put("h3", "More findings", "id", "more");
    html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "more-caption");
    html.open("table").open("caption", "id", "more-caption");
    html.put("span", "Findings without a picture: replay holds each of them again").close();
    html.open("thead").open("tr");
    for (String head : List.of("number", "kind", "rules", "steps", "the last step")) {
      html.put("th", head, "scope", "col");
    }
    html.close().close().open("tbody");
    for (int i = from; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      int steps = finding.exchanges().size();
      html.open("tr", "id", id(i + 1)).put("th", String.valueOf(i + 1), "scope", "row");
      html.put("td", finding.kind().title()).put("td", String.join(", ", finding.ruleNames()));
      html.put("td", String.valueOf(steps)).put("td", steps == 0 ? "" : finding.exchanges().get(steps - 1).toString()).close();
    }
    html.close().close().close();
  }
}
