package dev.fanion.interleavings;

import java.util.List;

/**
 * One row of the table: the shipped classes, and cut down to what they share the right form and broken ones.
 *
 * @param name what races with what
 * @param catches the mistake that it is there for
 * @param shipped the scenario on the shipped classes
 * @param right the same, cut down; must pass, so that what fails the broken forms is their mistake
 * @param broken the forms with a mistake
 */
record Scenario(String name, String catches, Runnable shipped, Runnable right, List<Broken> broken) {

  /**
   * A form with one mistake.
   *
   * @param name its name
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
