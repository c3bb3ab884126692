package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Reply;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a finding, for a person. */
final class FindingText {
  /** The length at which what an adapter said is cut, in characters. */
  private static final int SAID = 4_000;

  private FindingText() {}

  /** The number of something, in words. */
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** What an adapter declares, in words. */
  static String features(Hello hello) {
    return hello.features().isEmpty() ? "none" : String.join(", ", hello.features().stream().sorted().toList());
  }

  /** Its number, its kind and its rules. */
  static String title(int number, Finding finding) {
    List<String> rules = finding.ruleNames();
    String also = rules.size() < 2 ? "" : " (also " + String.join(", ", rules.subList(1, rules.size())) + ")";
    return number + ". " + finding.kind().title() + ": " + (rules.isEmpty() ? "no rule" : rules.get(0)) + also;
  }

  /** What an implementation said, from its end if it is long. */
  static String end(String said) {
    return said.length() > SAID ? "…" + said.substring(said.length() - SAID) : said;
  }

  /** What an adapter said as it failed: its beginning and its end if it is long. */
  static String ends(String said) {
    return said.length() > 2 * SAID ? said.substring(0, SAID) + "\n…\n" + said.substring(said.length() - SAID) : said;
  }

  /** Prints it under this number. */
  static void print(int number, Finding finding, PrintWriter out) {
    print(number, finding, null, out);
  }

  /** Prints it under this number, with the words why it does not decide, if there are any. */
  static void print(int number, Finding finding, @Nullable String excuse, PrintWriter out) {
    out.printf("%s, shown by %s%n", title(number, finding), count(finding.exchanges().size(), "operation"));
    conversation(finding, out);
    if (excuse != null) {
      out.println("     " + excuse);
    }
    if (finding.option() != null) {
      out.println("     a choice, accepted by --profile " + finding.option());
    }
    if (!finding.said().isEmpty()) {
      out.println("     " + end(finding.said()));
    }
    out.println();
  }

  /** Prints what was said, and what the spec allows at its end. */
  static void conversation(Finding finding, PrintWriter out) {
    exchanges(finding.exchanges(), out);
    allowed(finding, out);
  }

  /** Prints what was said. */
  static void exchanges(List<Exchange> exchanges, PrintWriter out) {
    out.println(exchanges.isEmpty() ? "     begin -> (not main started)" : "     main started");
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange exchange = exchanges.get(i);
      out.printf("%4d %-40s -> %s%n", i + 1, exchange.task() + ": " + exchange.request(), exchange.told());
    }
  }

  /** Prints what the spec allows at the end of a conversation. */
  static void allowed(Finding finding, PrintWriter out) {
    if (!finding.allowed().isEmpty()) {
      out.println("     the spec allows: " + either(finding.allowed()));
    }
  }

  /** Replies of which one has to come, in words. */
  static String either(Collection<Reply> replies) {
    return replies.stream().map(Reply::toString).sorted().distinct().collect(Collectors.joining(", or "));
  }
}
