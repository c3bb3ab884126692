package dev.fanion.conformance.protocol;

import java.util.List;
import java.util.stream.IntStream;

/** Who and what takes part in one scenario, by name; the request {@code begin} carries it. The first task is {@code main}. */
public record Cast(List<String> events, List<String> flags, List<String> tasks) {
  /** The task that runs first. */
  public static final String MAIN = "main";

  /** A cast of main, this number of other tasks, and these numbers of events and flags. */
  public static Cast of(int others, int events, int flags) {
    return new Cast(
        names("e", events),
        names("f", flags),
        IntStream.rangeClosed(0, others).mapToObj(i -> i == 0 ? MAIN : "t" + i).toList());
  }

  private static List<String> names(String letter, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
  }
}
