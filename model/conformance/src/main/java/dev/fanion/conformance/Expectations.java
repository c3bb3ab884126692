package dev.fanion.conformance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the user expects to fail, and why: it is reported, and does not decide the status. Something else does. */
public final class Expectations {
  /** Nothing. */
  static final Expectations NONE = new Expectations("", List.of());

  private final String file;
  private final List<Entry> entries;

  /**
   * One rule that fails.
   *
   * @param kind in which way it fails; null for any
   * @param flaky whether it fails now and then only
   * @param line where it stands in the file, counted from 1
   */
  record Entry(Rule rule, Finding.@Nullable Kind kind, String reason, boolean flaky, int line) {
    /** Whether this finding names the rule first, and is of the kind. */
    boolean fits(Finding finding) {
      return finding.rules() != 0 && finding.ruleNames().get(0).equals(rule.id()) && (kind == null || kind == finding.kind());
    }

    /**
     * What became of it.
     *
     * @param tested whether conversations exercised the rule
     * @param complete whether the run came to its end
     */
    Outcome outcome(List<Finding> findings, boolean tested, boolean complete) {
      return findings.stream().anyMatch(this::fits) ? Outcome.FAILS
          : findings.stream().anyMatch(finding -> finding.isAbout(rule)) ? Outcome.IN_QUESTION
          : !tested ? Outcome.NOT_TESTED : complete ? Outcome.PASSES : Outcome.OPEN;
    }
  }

  /** What can become of an entry. */
  enum Outcome {
    /** There is a finding that it tells of. */
    FAILS,
    /** There are findings that name another rule first, or are of another kind. */
    IN_QUESTION,
    /** Conversations exercised the rule, and none went wrong. */
    PASSES,
    /** The same, in a run that is not complete. */
    OPEN,
    /** No conversation exercised the rule. */
    NOT_TESTED,
    /** The user has left the rule out. */
    NOT_CHOSEN
  }

  /**
   * These entries.
   *
   * @param file where they stand
   */
  Expectations(String file, List<Entry> entries) {
    this.file = file;
    this.entries = List.copyOf(entries);
  }

  /** All entries, in the order of the file. */
  List<Entry> entries() {
    return entries;
  }

  /** The entry that tells of this finding, first one that names the kind; null if it was not expected. */
  @Nullable Entry of(Finding finding) {
    Optional<Entry> exact = entries.stream().filter(entry -> entry.kind() != null && entry.fits(finding)).findFirst();
    return exact.or(() -> entries.stream().filter(entry -> entry.fits(finding)).findFirst()).orElse(null);
  }

  /** Where an entry stands. */
  String place(Entry entry) {
    return file + ":" + entry.line();
  }

  /** How many entries there are, and in which file; "" if nothing is expected. */
  String words() {
    return entries.isEmpty() ? "" : entries.size() + (entries.size() == 1 ? " rule of " : " rules of ") + file;
  }
}
