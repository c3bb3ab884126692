package dev.fanion.conformance.protocol;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which task runs now, and how that task's last operation ended.
 *
 * @param task the running task, or "" if the scenario is over
 * @param result how its operation ended, or how the scenario ended
 * @param value a Boolean from is_set, an Integer from storm
 * @param blocked the tasks that a deadlock names
 */
public record Reply(String task, Result result, @Nullable Object value, Set<String> blocked) {
  /** A reply without a value. */
  public static Reply of(String task, Result result) {
    return new Reply(task, result, null, Set.of());
  }

  /** A reply with a value. */
  public static Reply of(String task, Result result, Object value) {
    return new Reply(task, result, value, Set.of());
  }

  /** The main task ended the scenario. */
  public static Reply ended() {
    return of("", Result.ENDED);
  }

  /** The loop reports that nothing can wake the main task. */
  public static Reply deadlock(Set<String> blocked) {
    return new Reply("", Result.DEADLOCK, null, blocked);
  }

  /** Whether the scenario is over. */
  public boolean over() {
    return result.over();
  }

  @Override
  public String toString() {
    if (over()) {
      return blocked.isEmpty() ? result.wire() : result.wire() + " of " + String.join(", ", blocked.stream().sorted().toList());
    }
    return task + " " + result.wire() + (value == null ? "" : " " + value);
  }
}
