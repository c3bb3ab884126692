package dev.fanion.spec.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.SortedMap;

/**
 * One entry's result; Jackson writes it as it stands.
 *
 * @param name the entry's name
 * @param group the entry's group
 * @param expected what the manifest asks for, such as {@code fails 12 NoLostWakeup}
 * @param outcome what TLC found, in the same words
 * @param problems what is not as expected; empty if all is
 * @param distinct the distinct states; not repeatable where a run fails
 * @param generated the generated states; likewise
 * @param seconds how long the run took, with the start of TLC
 * @param statesPerSecond generated states in a second of search, without the start of TLC
 * @param actions how often each action was taken; empty where the manifest expects a failure
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
