package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws the conversation of a finding as a table: a lane for each task, and one for interrupts; time goes downwards. Beside each
 * step stands the state as the spec has it, and what went wrong is the last row.
 */
final class HtmlPicture {
  /** The number of steps that are shown, from the end. */
  static final int MOST_STEPS = 60;

  private final Html html;
  private final Finding finding;
  private final Retrace retrace;
  private final StateWords words;
  private final int from;
  private final Lanes lanes;

  HtmlPicture(Html html, Finding finding, Retrace retrace, StateWords words) {
    this.html = html;
    this.finding = finding;
    this.retrace = retrace;
    this.words = words;
    from = Math.max(0, finding.exchanges().size() - MOST_STEPS);
    lanes = Lanes.of(finding, finding.exchanges().subList(from, finding.exchanges().size()));
  }

  /**
   * Draws it.
   *
   * @param id of the caption
   * @param caption what a table of this number shows
   */
  void draw(String id, String caption) {
    html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", id);
    html.open("table", "class", "lanes").open("caption", "id", id).put("span", caption).close();
    head();
    html.open("tbody");
    before();
    for (int i = from; i < finding.exchanges().size(); i++) {
      step(i);
    }
    html.close().close().close();
  }

  private void head() {
    html.open("thead").open("tr").put("th", "step", "scope", "col");
    lanes.tasks().forEach(task -> html.put("th", task, "scope", "col"));
    if (lanes.interrupts()) {
      html.put("th", "interrupts", "scope", "col");
    }
    html.put("th", "the spec’s state after it", "scope", "col").close().close();
  }

  /** What is known before the first step that is shown. */
  private void before() {
    boolean wrong = finding.exchanges().isEmpty();
    html.open("tr", "class", wrong ? "wrong" : "before");
    html.put("th", from == 0 ? "begin" : "to " + from, "scope", "row");
    for (String task : lanes.tasks()) {
      boolean first = from == 0 && task.equals(lanes.tasks().get(0));
      lane(task, from, "", first ? wrong ? "→ not started" : "→ started" : "", wrong);
    }
    interrupts(from, "");
    html.open("td", "class", "state");
    if (wrong) {
      wrong();
    } else {
      states(from);
    }
    html.close().close();
  }

  private void step(int i) {
    Exchange exchange = finding.exchanges().get(i);
    boolean wrong = i == finding.exchanges().size() - 1;
    html.open("tr", "class", wrong ? "wrong" : "step");
    html.put("th", String.valueOf(i + 1), "scope", "row");
    Reply reply = exchange.reply();
    String speaker = reply == null || reply.over() ? exchange.task() : reply.task();
    for (String task : lanes.tasks()) {
      String asked = task.equals(exchange.task()) ? exchange.request().toString() : "";
      lane(task, i + 1, asked, task.equals(speaker) ? told(reply) : "", wrong);
    }
    interrupts(i + 1, Lanes.ofInterrupts(exchange.request()) ? ofInterrupts(exchange.request()) : "");
    html.open("td", "class", "state");
    if (wrong) {
      wrong();
    } else {
      states(i + 1);
    }
    html.close().close();
  }

  private static String told(Reply reply) {
    if (reply == null) {
      return "→ no reply";
    }
    return "→ " + (reply.over() ? reply.toString() : reply.result().wire() + (reply.value() == null ? "" : " " + reply.value()));
  }

  private static String ofInterrupts(Request request) {
    return request.op() == Op.ARM ? "will set " + request.name() + " in " + request.millis() + " ms"
        : request.op() == Op.STORM ? request.setters() + " × " + request.sets() + " times set " + request.name()
        : "set " + request.name();
  }

  /** The cell of a task: what it was asked, what it replied or, if it is silent, what it is doing by the spec. */
  private void lane(String task, int after, String asked, String told, boolean wrong) {
    String doing = wrong ? allowed(task) : isKnown(after) ? words.doing(retrace.states().get(after), task) : "";
    html.open("td", "class", !told.isEmpty() ? "speaks" : !asked.isEmpty() ? "asked" : doing.isEmpty() ? "absent" : "silent");
    if (!asked.isEmpty()) {
      html.put("b", asked).say(" ");
    }
    if (wrong && !told.isEmpty()) {
      html.put("strong", mark() + told, "class", "told");
    } else if (!told.isEmpty()) {
      html.put("span", told, "class", "told");
    } else if (!doing.isEmpty()) {
      html.put("span", (asked.isEmpty() || wrong ? "" : "then ") + doing, "class", "doing");
    }
    html.close();
  }

  private String mark() {
    return finding.kind() == Finding.Kind.OTHER_SIDE ? "≠ other side: " : "✗ wrong: ";
  }

  /** What this task might have replied in the end. */
  private String allowed(String task) {
    return finding.allowed().stream().filter(reply -> reply.task().equals(task)).map(HtmlPicture::told).sorted()
        .map(told -> "allowed: " + told).collect(Collectors.joining("; or "));
  }

  private void interrupts(int after, String does) {
    if (lanes.interrupts()) {
      html.put("td", does, "class", does.isEmpty() ? "absent" : "speaks");
    }
  }

  private boolean isKnown(int after) {
    return after < retrace.states().size() && retrace.states().get(after).length > 0;
  }

  /** The states that explain the conversation so far: what they have in common, then what distinguishes them. */
  private void states(int after) {
    if (!isKnown(after)) {
      html.say("not known: under " + retrace.profile().name() + " no state explains what was said");
      return;
    }
    int[] states = retrace.states().get(after);
    List<Map<String, String>> all = new ArrayList<>();
    for (int i = 0; i < Math.min(states.length, StateWords.MOST); i++) {
      all.add(words.facts(states[i], lanes.objects()));
    }
    Map<String, String> common = new LinkedHashMap<>(all.get(0));
    all.forEach(facts -> common.entrySet().retainAll(facts.entrySet()));
    facts(common);
    if (states.length == 1) {
      return;
    }
    html.say(common.isEmpty() ? "" : "; ").say("and one of " + states.length + ":").open("ol");
    for (Map<String, String> facts : all) {
      facts.entrySet().removeAll(common.entrySet());
      html.open("li");
      facts(facts);
      html.close();
    }
    html.close();
    if (states.length > all.size()) {
      html.say("… and " + (states.length - all.size()) + " more");
    }
  }

  private void facts(Map<String, String> facts) {
    String separator = "";
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      html.say(separator).put("i", fact.getKey()).say(" " + fact.getValue());
      separator = "; ";
    }
    html.say(facts.isEmpty() ? "nothing else" : "");
  }

  /** Why the last step is wrong. */
  private void wrong() {
    html.put("strong", switch (finding.kind()) {
      case BROKEN -> "No state of the spec explains this.";
      case OTHER_SIDE -> "Under " + retrace.profile().name() + " no state of the spec explains this.";
      case HANG -> "No reply came.";
      case CRASH -> "The process ended.";
    });
    if (!finding.allowed().isEmpty()) {
      html.say(" The spec allows: " + FindingText.either(finding.allowed()) + ".");
    }
    String rules = finding.ruleNames().stream().limit(1)
        .map(id -> " " + id + ": " + Rule.named(id).says(retrace.profile()) + ".").collect(Collectors.joining());
    html.say(rules);
  }
}
