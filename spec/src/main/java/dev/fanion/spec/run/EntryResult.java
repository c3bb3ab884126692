package dev.fanion.spec.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.SortedMap;

/**
 * The result of one entry. Jackson writes it in this form.
 *
 * @param name the entry's name
 * @param group the entry's group
 * @param expected what the manifest asks for, such as {@code fails 12 NoLostWakeup}
 * @param outcome what TLC found, in the same words
 * @param problems what is not as expected; empty for an entry that passes
 * @param distinct the distinct states; for a run that fails the number may differ from run to run
 * @param generated the generated states; the same is true of their number
 * @param seconds the time of the run, with the start of TLC
 * @param statesPerSecond generated states in a second of search, without the start of TLC
 * @param actions how often each action was taken; empty if the manifest expects a failure
 * @param details TLC's errors and error trace if the outcome is not as expected; else empty
 */
public record EntryResult(
    String name,
    String group,
    String expected,
    String outcome,
    List<String> problems,
    long distinct,
    long generated,
    double seconds,
    long statesPerSecond,
    SortedMap<String, Long> actions,
    List<String> details) {

  /** Whether everything came out as the manifest says. */
  @JsonProperty("ok")
  public boolean ok() {
    return problems.isEmpty();
  }
}
