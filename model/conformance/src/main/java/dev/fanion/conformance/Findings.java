package dev.fanion.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The findings of a run, each in its shortest form. Those of rules that the user did not choose are kept too, and not told.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Findings {
  /** More findings than these are not looked into: they are shown by rule. */
  private static final int MOST = 40;

  private final RuleChoice choice;
  private final List<Finding> all = new ArrayList<>();
  private final Set<List<Object>> known = new LinkedHashSet<>();

  Findings(RuleChoice choice) {
    this.choice = choice;
  }

  /** Whether a finding is to be looked into: no scenario before went wrong in this way, and there are not too many. */
  boolean isNew(Finding finding) {
    boolean told = choice.has(finding);
    return known.add(finding.signature()) && all.stream().filter(other -> choice.has(other) == told).count() < MOST;
  }

  void add(Finding finding) {
    all.add(finding);
  }

  /** Replaces the last finding by its shrunk form, which counts as known from now on. */
  void replaceLast(Finding shorter) {
    all.remove(all.size() - 1);
    known.add(shorter.signature());
    for (int i = 0; i < all.size(); i++) {
      Finding shown = all.get(i);
      if (shown.signature().equals(shorter.signature())) {
        all.set(i, shown.exchanges().size() > shorter.exchanges().size() ? shorter : shown);
        return;
      }
    }
    all.add(shorter);
  }

  /** Takes the last finding back. */
  void withdrawLast() {
    all.remove(all.size() - 1);
  }

  /** All findings, told or not. */
  List<Finding> all() {
    return all;
  }

  /** The findings of the rules that were chosen. */
  List<Finding> told() {
    return all.stream().filter(choice::has).toList();
  }
}
