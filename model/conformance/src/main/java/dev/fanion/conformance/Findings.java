package dev.fanion.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a run, each in its shortest form. Those of rules that the user did not choose are kept too, and not told. Those
 * that are new by the user's requirements are told as such.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Findings {
  /** More findings than these are not looked into: they are shown by rule. */
  private static final int MOST = 40;

  private final RuleChoice choice;
  private final Requirements requirements;
  private final List<Finding> all = new ArrayList<>();
  private final Set<List<Object>> known = new LinkedHashSet<>();

  /** Those, each by itself, that were found where the requirements do not look. */
  private final Set<Finding> elsewhere = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether the run is where the requirements do not look. */
  private boolean later;

  Findings(RuleChoice choice, Requirements requirements) {
    this.choice = choice;
    this.requirements = requirements;
  }

  /** Whether a finding is to be looked into: no scenario before went wrong in this way, and there are not too many like it. */
  boolean isUnknown(Finding finding) {
    boolean told = choice.has(finding);
    boolean decides = !later && requirements.has(finding);
    return known.add(finding.signature()) && all.stream()
        .filter(other -> choice.has(other) == told && (news(other) == null) == decides).count() < MOST;
  }

  /** Says whether what is found from now on is found where the requirements do not look. */
  void later(boolean is) {
    later = is;
  }

  boolean later() {
    return later;
  }

  /** Why a finding is new by the requirements, in words; null if they have all that it rests on. */
  @Nullable String news(Finding finding) {
    return !requirements.has(finding) ? requirements.lacks(finding)
        : elsewhere.contains(finding) ? "found by a conversation that is not in requirements " + requirements.number() : null;
  }

  void add(Finding finding) {
    all.add(finding);
    if (later) {
      elsewhere.add(finding);
    }
  }

  /** Replaces the last finding by its shrunk form, which counts as known from now on. */
  void replaceLast(Finding shorter) {
    all.remove(all.size() - 1);
    known.add(shorter.signature());
    for (int i = 0; i < all.size(); i++) {
      Finding shown = all.get(i);
      if (shown.signature().equals(shorter.signature())) {
        boolean decides = !later || !elsewhere.contains(shown);
        Finding kept = shown.exchanges().size() > shorter.exchanges().size() ? shorter : shown;
        all.set(i, kept);
        if (decides) {
          elsewhere.remove(kept);
        } else {
          elsewhere.add(kept);
        }
        return;
      }
    }
    add(shorter);
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
