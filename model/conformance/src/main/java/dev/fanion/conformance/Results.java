package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run of the suite has found so far. */
final class Results {
  /** The run ends when the adapter itself has failed this often. */
  static final int MOST_ERRORS = 5;

  /**
   * The suite's judgement of one rule.
   *
   * @param finding a conversation that breaks the rule, if there is one
   * @param reason why the rule was not tested, or ""
   */
  record Verdict(Rule rule, String word, long exercised, int failures, @Nullable Finding finding, String reason) {}

  /** The size and the duration of one part of the run. */
  record Phase(String name, int scenarios, long steps, double seconds) {
    double rate() {
      return seconds > 0 ? steps / seconds : 0;
    }
  }

  final Hello hello;
  final Plan plan;

  /** The profile that the run is judged by: the one asked for, with the sides that were found. */
  private Profile profile;

  private List<Sighting> sightings = List.of();
  private final long[] exercised = new long[Rule.ALL.size()];
  private final Failures failures = new Failures();
  private final Findings findings;
  private final List<AdapterFailure> errors = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();
  private final Map<String, Boolean> internal = new LinkedHashMap<>();
  private volatile @Nullable String cutShort;

  /** Whether the user has ended the run: what fails from then on says nothing. Written by another thread. */
  private volatile boolean interrupted;
  private @Nullable Coverage coverage;
  private Atlas.@Nullable Noticing noticing;

  Results(Hello hello, Plan plan) {
    this.hello = hello;
    this.plan = plan;
    profile = plan.profile();
    findings = new Findings(plan.choice());
  }

  /** Counts the rules that an exchange exercised. */
  void exercised(long rules) {
    for (long left = rules; left != 0; left &= left - 1) {
      exercised[Long.numberOfTrailingZeros(left)]++;
    }
  }

  /**
   * Counts a scenario that went wrong.
   *
   * @return whether no scenario before went wrong in this way
   */
  boolean failed(Finding finding) {
    failures.count(finding);
    if (failures.hungTooOften()) {
      cutShort("it hung " + Failures.MOST_HANGS + " times");
    }
    return findings.isNew(finding);
  }

  /** Whether the reports show this finding, and it was not expected. */
  boolean decides(Finding finding) {
    return plan.choice().has(finding) && plan.expected().of(finding) == null;
  }

  /** Adds a finding to those that the reports show. */
  void add(Finding finding) {
    findings.add(finding);
  }

  /** Replaces the last finding by its shrunk form, which counts as known from now on. */
  void replaceLast(Finding shorter) {
    findings.replaceLast(shorter);
  }

  /** Takes the last finding back: its conversation went wrong by a mistake of the adapter. */
  void withdrawLast() {
    findings.withdrawLast();
  }

  /** Takes note that the adapter itself failed. The run ends after too many of these, or if the protocol was broken. */
  void error(AdapterFailure failure) {
    if (interrupted) {
      return;
    }
    errors.add(failure);
    if (failure.kind() == AdapterFailure.Kind.PROTOCOL || failure.kind() == AdapterFailure.Kind.ANSWER) {
      cutShort("the adapter broke the protocol");
    } else if (errors.size() >= MOST_ERRORS) {
      cutShort("the adapter itself failed " + errors.size() + " times");
    }
  }

  /** Ends the run before all of it is done. */
  void cutShort(String why) {
    cutShort = cutShort == null ? why : cutShort;
  }

  /** The user ends the run. From any thread. */
  void interrupt() {
    interrupted = true;
    cutShort("it was interrupted");
  }

  /** Whether the user has ended the run. */
  boolean interrupted() {
    return interrupted;
  }

  /** Judges by the profile that was found from now on. */
  void adopt(Profile found, List<Sighting> why) {
    profile = found;
    sightings = List.copyOf(why);
  }

  /** On which side of each variation point the implementation stands. */
  List<Sighting> sightings() {
    return sightings;
  }

  void phase(Phase phase) {
    phases.add(phase);
  }

  /** Takes note of how much was covered, and of when the implementation seems to notice flags. */
  void covered(Coverage covered, Atlas.Noticing when) {
    coverage = covered;
    noticing = when;
  }

  /** Takes note of which internal steps, by name, were seen to happen. */
  void internal(Map<String, Boolean> seen) {
    seen.forEach((name, was) -> internal.merge(name, was, Boolean::logicalOr));
  }

  /** How often what went wrong. */
  Failures failures() {
    return failures;
  }

  /** The verdict on every rule. */
  List<Verdict> verdicts() {
    return Rule.ALL.stream().map(this::verdict).toList();
  }

  private Verdict verdict(Rule rule) {
    if (!plan.choice().has(rule)) {
      return new Verdict(rule, "not chosen", 0, 0, null, plan.choice().words());
    }
    List<Finding> about = findings().stream().filter(finding -> finding.isAbout(rule)).toList();
    Finding shown = about.stream().filter(this::decides).findFirst().orElse(about.isEmpty() ? null : about.get(0));
    long count = exercised[rule.index()];
    if (shown != null) {
      return new Verdict(rule, shown.kind().words(), count, failures.of(rule), shown, "");
    }
    if (findings.all().stream().anyMatch(finding -> finding.isAbout(rule))) {
      return new Verdict(rule, "in question", count, failures.of(rule), null, plan.choice().leavesOut());
    }
    return count > 0
        ? new Verdict(rule, "holds", count, 0, null, "")
        : new Verdict(rule, "not tested", 0, 0, null, rule.whyUntested(hello.features()));
  }

  /** What became of an entry of what was expected to fail. */
  Expectations.Outcome outcome(Expectations.Entry entry) {
    return plan.choice().has(entry.rule()) ? entry.outcome(findings.all(), exercised[entry.rule().index()] > 0, isComplete())
        : Expectations.Outcome.NOT_CHOSEN;
  }

  /** The profile that the run is judged by. */
  Profile profile() {
    return profile;
  }

  /** The findings of the rules that were chosen. */
  List<Finding> findings() {
    return findings.told();
  }

  List<AdapterFailure> errors() {
    return errors;
  }

  List<Phase> phases() {
    return phases;
  }

  Map<String, Boolean> internal() {
    return internal;
  }

  /** Whether the run is to end before all of it is done. */
  boolean isCutShort() {
    return cutShort != null;
  }

  /** Why the run ended before all of it was done; null if it did not. */
  @Nullable String cutShort() {
    return cutShort;
  }

  @Nullable Coverage coverage() {
    return coverage;
  }

  Atlas.@Nullable Noticing noticing() {
    return noticing;
  }

  /** The exit status: 0 conforms, or is as expected; 1 does not conform, or is not as expected; 2 inconclusive. */
  int status() {
    boolean fails = findings.all().stream().anyMatch(this::decides) || !surprises().isEmpty();
    return fails ? 1 : isComplete() ? 0 : 2;
  }

  private boolean isComplete() {
    return errors.isEmpty() && cutShort == null;
  }

  /** The entries of what was expected to fail that pass, and are not flaky. */
  List<Expectations.Entry> surprises() {
    return plan.expected().entries().stream().filter(entry -> !entry.flaky() && outcome(entry) == Expectations.Outcome.PASSES)
        .toList();
  }

  /** Whether the implementation conforms: all rules were chosen, and nothing went wrong, be it expected or not. */
  boolean conforms() {
    return status() == 0 && plan.choice().isAll() && findings.all().isEmpty();
  }
}
