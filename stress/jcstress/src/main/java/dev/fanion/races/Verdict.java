package dev.fanion.races;

import dev.fanion.stress.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a lane.
 *
 * @param listed how many races jcstress lists
 * @param races the races that were to run
 * @param tally their results
 * @param isEveryFormDue whether every broken form must have been caught, not only the certain ones
 */
record Verdict(int listed, List<Race> races, Tally tally, boolean isEveryFormDue) {
  /** Each reason for which the lane fails, in words. */
  List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    if (listed != Race.SHIPPED + Race.BROKEN) {
      troubles.add("jcstress lists " + listed + " races, and there are " + (Race.SHIPPED + Race.BROKEN)
          + ". Build them with annotation processing, -proc:full.");
    }
    for (Race race : races) {
      Tally.Count count = tally.of(race);
      if (count.samples == 0) {
        troubles.add(race.label() + " has not run to its end.");
      }
      if (race.isShipped() && count.bad > 0) {
        troubles.add(race.label() + " has had " + count.bad + " bad outcomes: see the report.");
      }
      if (!race.isShipped() && count.interesting == 0 && (isEveryFormDue || race.caughtBy().certain())) {
        troubles.add(race.label() + ", which is broken, was not caught in " + count.samples + " samples.");
      }
    }
    return troubles;
  }

  /** The rows of the table, one for each test of the shipped classes. */
  List<Row> rows() {
    return races.stream().filter(Race::isShipped).map(this::row).toList();
  }

  private Row row(Race shipped) {
    Tally.Count count = tally.of(shipped);
    List<Race> forms = races.stream().filter(race -> !race.isShipped() && race.test().equals(shipped.test())).toList();
    long caught = forms.stream().filter(form -> tally.of(form).interesting > 0).count();
    String catches = shipped.catches().value() + " (" + String.join(", ", shipped.catches().rules()) + ")";
    return new Row(shipped.test(), catches, count.samples, count.bad, (int) caught, forms.size());
  }
}
