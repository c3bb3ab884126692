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

  /** Whether something of the run that decides is missing. Written by another thread, too. */
  private volatile boolean incomplete;

  private @Nullable Coverage coverage;
  private Atlas.@Nullable Noticing noticing;

  Results(Hello hello, Plan plan) {
    this.hello = hello;
    this.plan = plan;
    profile = plan.profile();
    findings = new Findings(plan.choice(), plan.requirements());
  }

  /** Counts the rules that an exchange exercised. */
  void exercised(long rules) {
    for (long left = rules; left != 0; left &= left - 1) {
      exercised[Long.numberOfTrailingZeros(left)]++;
    }
  }

  /** Counts a scenario that went wrong. Returns whether no scenario before went wrong in this way. */
  boolean failed(Finding finding) {
    failures.count(finding);
    if (failures.hungTooOften()) {
      cutShort("it hung " + Failures.MOST_HANGS + " times");
    }
    return findings.isUnknown(finding);
  }

  /** Says whether the run is where the requirements do not look, so that what is found and what goes wrong does not decide. */
  void later(boolean is) {
    findings.later(is);
  }

  /** Whether the reports show this finding, it was not expected, and the requirements have all that it rests on. */
  boolean decides(Finding finding) {
    return plan.choice().has(finding) && excuse(finding) == null;
  }

  /** Why a finding does not decide, in words; null if it does, unless its rule is not chosen. */
  @Nullable String excuse(Finding finding) {
    Expectations.Entry entry = plan.expected().of(finding);
    String news = findings.news(finding);
    return entry != null ? "expected: " + entry.reason() : news == null ? null : "new: " + news;
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
    if (!findings.later()) {
      incomplete = true;
    }
    if (failure.kind() == AdapterFailure.Kind.PROTOCOL || failure.kind() == AdapterFailure.Kind.ANSWER) {
      cutShort("the adapter broke the protocol");
    } else if (errors.size() >= MOST_ERRORS) {
      cutShort("the adapter itself failed " + errors.size() + " times");
    }
  }

  /** Ends the run before all of it is done. */
  void cutShort(String why) {
    cutShort = cutShort == null ? why : cutShort;
    if (interrupted || !findings.later()) {
      incomplete = true;
    }
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

  List<Verdict> verdicts() {
    return Rule.ALL.stream().map(rule -> Verdict.of(rule, plan.choice(), findings.all(), this::decides, exercised[rule.index()],
        failures.of(rule), hello.features())).toList();
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

  /** Why a finding is new by the requirements, in words; null if it is not. */
  @Nullable String news(Finding finding) {
    return findings.news(finding);
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

  /** Whether all that decides was run. */
  boolean isComplete() {
    return !incomplete;
  }

  /** The entries of what was expected to fail that pass, and are not flaky: those of rules that the requirements have. */
  List<Expectations.Entry> surprises() {
    return plan.expected().entries().stream().filter(entry -> !entry.flaky() && plan.requirements().has(entry.rule())
        && outcome(entry) == Expectations.Outcome.PASSES).toList();
  }

  /** Whether the implementation conforms: all rules were chosen, and nothing that is required went wrong, expected or not. */
  boolean conforms() {
    return status() == 0 && plan.choice().isAll()
        && findings.all().stream().allMatch(finding -> news(finding) != null && plan.expected().of(finding) == null);
  }
}
