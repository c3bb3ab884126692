package dev.fanion.conformance.protocol;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who runs now, and how that task's last operation ended.
 *
 * @param task the running task, or "" where the scenario is over
 * @param result how its operation ended; {@code ended} or {@code deadlock} where the scenario is over
 * @param value a Boolean from is_set, an Integer from storm
 * @param blocked the tasks that a deadlock names
 */
public record Reply(String task, String result, @Nullable Object value, Set<String> blocked) {
  public static final Set<String> RESULTS = Set.of("started", "ok", "woken", "cancelled", "timeout", "refused");

  public static final String ENDED = "ended";
  public static final String DEADLOCK = "deadlock";

  public static Reply of(String task, String result) {
    return new Reply(task, result, null, Set.of());
  }

  public static Reply of(String task, String result, Object value) {
    return new Reply(task, result, value, Set.of());
  }

  public static Reply ended() {
    return of("", ENDED);
  }

  public static Reply deadlock(Set<String> blocked) {
    return new Reply("", DEADLOCK, null, blocked);
  }

  public boolean over() {
    return task.isEmpty();
  }

  @Override
  public String toString() {
    if (over()) {
      return blocked.isEmpty() ? result : result + " of " + String.join(", ", blocked.stream().sorted().toList());
    }
    return task + " " + result + (value == null ? "" : " " + value);
  }
}
