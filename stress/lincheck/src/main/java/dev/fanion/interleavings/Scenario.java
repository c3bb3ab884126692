package dev.fanion.interleavings;

import java.util.List;

/**
 * One row of the table: a scenario on the shipped classes, on the right form cut down, and on broken forms.
 *
 * @param name what races with what
 * @param catches the mistake for which the scenario is there
 * @param shipped the scenario on the shipped classes
 * @param right the scenario on the right form cut down, which must pass; so the broken forms fail by their mistake
 * @param broken the forms with a mistake
 */
record Scenario(String name, String catches, Runnable shipped, Runnable right, List<Broken> broken) {

  /**
   * A form with one mistake.
   *
   * @param name the name of the form
   * @param run the scenario on it
   * @param symptom what the report must contain
   */
  record Broken(String name, Runnable run, String symptom) {
    boolean isCaughtBy(Exploration exploration) {
      String failure = exploration.failure();
      return failure != null && failure.contains(symptom);
    }
  }
}
