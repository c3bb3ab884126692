package dev.fanion.schedules;

import java.util.List;
import java.util.stream.Stream;

/**
 * One row of the table: a scenario on the shipped classes, on right forms of what the broken ones are made of, and on broken
 * forms.
 *
 * @param name what races with what
 * @param catches the mistake for which the scenario is there
 * @param shipped the scenario on the shipped classes
 * @param right the scenario on the right forms, which must pass; so the broken forms fail by their mistake
 * @param broken the forms with a mistake
 */
record Scenario(String name, String catches, Runnable shipped, List<Runnable> right, List<Broken> broken) {

  /**
   * A form with one mistake.
   *
   * @param name the mistake
   * @param run the scenario on it
   * @param symptom what the failure must contain
   */
  record Broken(String name, Runnable run, String symptom) {
    static Broken hangs(String name, Runnable run) {
      return new Broken(name, run, Exploration.HANG);
    }

    boolean isCaughtBy(Exploration exploration) {
      String failure = exploration.failure();
      return failure != null && failure.contains(symptom);
    }
  }

  static Scenario of(String name, String catches, Runnable shipped, List<Runnable> right, Broken... broken) {
    return new Scenario("schedules: " + name, catches, shipped, right, Stream.of(broken).toList());
  }
}
