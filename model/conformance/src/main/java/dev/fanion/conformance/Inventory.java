package dev.fanion.conformance;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the suite has today, to be frozen as numbered requirements. */
public final class Inventory {
  private Inventory() {}

  /** Prints the file of requirements of this number, with all that the suite has. */
  public static void print(String number, PrintWriter out) {
    if (!number.matches("20\\d\\d\\.[1-9]\\d*")) {
      throw new IllegalArgumentException("--freeze " + number + ": give the year and a number in it, such as 2026.1");
    }
    out.print(today(number).text());
    out.flush();
  }

  /** The same, as data. */
  static FrozenSet today(String number) {
    List<String> points = Arrays.stream(VariationPoint.values()).map(VariationPoint::toString).toList();
    List<String> parts = Arrays.stream(PartOfRun.values()).filter(part -> part != PartOfRun.ADDED).map(PartOfRun::words).toList();
    return new FrozenSet(number, points, parts, scripts().map(Script::id).distinct().sorted().collect(Collectors.joining(" ")),
        Rule.ALL.stream().map(FrozenSet.Entry::of).toList());
  }

  /** Every script that a run can hold, those of the experiments among them. */
  private static Stream<Script> scripts() {
    return Stream.of(Experiment.all().stream().map(Experiment::script),
        Crowds.all().stream().flatMap(kind -> kind.scripts().stream()), Beginnings.all().stream(), TimedKinds.all())
        .flatMap(each -> each);
  }
}
