package dev.fanion.conformance.protocol;

import java.util.List;
import java.util.stream.IntStream;

/** The names of one scenario. The first task is {@code main}. */
public record Begin(List<String> events, List<String> flags, List<String> tasks) {
  public static final String MAIN = "main";

  /** A scenario of main and so many other tasks, events and flags. */
  public static Begin of(int others, int events, int flags) {
    return new Begin(
        names("e", events),
        names("f", flags),
        IntStream.rangeClosed(0, others).mapToObj(i -> i == 0 ? MAIN : "t" + i).toList());
  }

  private static List<String> names(String letter, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
  }
}
