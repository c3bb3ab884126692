package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run of the suite has found so far. */
final class Results {
  /** A rule that failed so often gets no new scenario. */
  static final int ENOUGH = 3;

  static final int MOST_HANGS = 20;
  static final int MOST_FAILURES = 60;

  /** An adapter that fails so often by itself is not worth another scenario. */
  static final int MOST_ERRORS = 5;

  /** The suite's judgement of one rule; finding: the conversation that shows it, if any. */
  record Verdict(Rule rule, String word, long exercised, int failures, @Nullable Finding finding, String reason) {}

  /** How far and how fast one part of the run went. */
  record Phase(String name, int scenarios, long steps, double seconds) {
    double rate() {
      return seconds > 0 ? steps / seconds : 0;
    }
  }

  final Hello hello;
  final Profile asked;
  final long seed;
  private Profile profile;
  private final long[] exercised = new long[Rule.ALL.size()];
  private final int[] failed = new int[Rule.ALL.size()];
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();
  private final Map<String, Boolean> internal = new LinkedHashMap<>();
  private final Set<List<Object>> known = new LinkedHashSet<>();
  private long settled;
  private int scenariosFailed;
  private int hangs;
  private @Nullable String cutShort;
  private Atlas.@Nullable Extent extent;
  private Atlas.@Nullable Noticing noticing;

  Results(Hello hello, Profile asked, long seed) {
    this.hello = hello;
    this.asked = asked;
    profile = asked;
    this.seed = seed;
  }

  void exercised(long rules) {
    for (long left = rules; left != 0; left &= left - 1) {
      exercised[Long.numberOfTrailingZeros(left)]++;
    }
  }

  /** Takes note that a scenario went wrong. Returns whether it did so in a way that was not seen before. */
  boolean failed(Finding finding) {
    scenariosFailed++;
    hangs += finding.kind() == Finding.Kind.HANG ? 1 : 0;
    for (long left = finding.rules(); left != 0; left &= left - 1) {
      int rule = Long.numberOfTrailingZeros(left);
      failed[rule]++;
      settled |= failed[rule] >= ENOUGH ? 1L << rule : 0;
    }
    if (hangs >= MOST_HANGS) {
      cutShort("it hung " + hangs + " times");
    } else if (scenariosFailed >= MOST_FAILURES) {
      cutShort(scenariosFailed + " scenarios went wrong");
    }
    return known.add(List.of(finding.kind(), finding.rules()));
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /** The last finding in fewer words; what it now is will not be looked into again. */
  void replaceLast(Finding shorter) {
    findings.remove(findings.size() - 1);
    boolean shown = findings.stream().anyMatch(f -> f.kind() == shorter.kind() && f.rules() == shorter.rules());
    if (!shown) {
      findings.add(shorter);
    }
    known.add(List.of(shorter.kind(), shorter.rules()));
  }

  /** The adapter itself failed; after too many of these, or a broken protocol, the run ends. */
  void error(Trouble trouble) {
    errors.add(trouble.getMessage());
    if (trouble.kind == Trouble.Kind.PROTOCOL) {
      cutShort("the adapter broke the protocol");
    } else if (errors.size() >= MOST_ERRORS) {
      cutShort("the adapter itself failed " + errors.size() + " times");
    }
  }

  void cutShort(String why) {
    cutShort = cutShort == null ? why : cutShort;
  }

  void adopt(Profile other) {
    profile = other;
  }

  void phase(Phase phase) {
    phases.add(phase);
  }

  void covered(Atlas.Extent covered, Atlas.Noticing way) {
    extent = covered;
    noticing = way;
  }

  /** Whether internal steps of this name were seen to have happened. */
  void internal(Map<String, Boolean> seen) {
    seen.forEach((name, was) -> internal.merge(name, was, Boolean::logicalOr));
  }

  /** The rules that failed so often that no more is to be learned. */
  long settled() {
    return settled;
  }

  List<Verdict> verdicts() {
    return Rule.ALL.stream().map(this::verdict).toList();
  }

  private Verdict verdict(Rule rule) {
    Finding shown = findings.stream().filter(f -> (f.rules() & rule.bit()) != 0).findFirst().orElse(null);
    long count = exercised[rule.index()];
    if (shown != null) {
      return new Verdict(rule, shown.kind().words(), count, failed[rule.index()], shown, "");
    }
    return count > 0
        ? new Verdict(rule, "holds", count, 0, null, "")
        : new Verdict(rule, "not tested", 0, 0, null, rule.whyUntested(hello.features()));
  }

  Profile profile() {
    return profile;
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> errors() {
    return errors;
  }

  List<Phase> phases() {
    return phases;
  }

  Map<String, Boolean> internal() {
    return internal;
  }

  int scenariosFailed() {
    return scenariosFailed;
  }

  @Nullable String cutShort() {
    return cutShort;
  }

  Atlas.@Nullable Extent extent() {
    return extent;
  }

  Atlas.@Nullable Noticing noticing() {
    return noticing;
  }

  /** The exit status: 0 it conforms, 1 it does not, 2 the suite could not tell. */
  int status() {
    return !findings.isEmpty() ? 1 : errors.isEmpty() && cutShort == null ? 0 : 2;
  }
}
