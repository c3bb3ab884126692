package dev.fanion.conformance;

/** The parts of a run, in their usual order. Their names are in every report, and in the frozen requirements. */
enum PartOfRun {
  SIDES("sides"),
  EVERY_TRANSITION("every transition"),
  CROWDS("crowds"),
  FIRST_LOOK("first look"),
  BEGINNINGS("first of a process"),
  OTHER_TRANSITIONS("other transitions"),
  LARGER_CROWDS("larger crowds"),
  KNOWN_GROUND("known ground"),
  AT_RANDOM("at random"),
  ENDLESS_LIMITS("limits that do not pass"),
  INTERRUPTS("interrupts"),
  LIMITS("limits"),
  LATE_LIMITS("late limits"),
  LIMITS_AGAIN("limits again"),
  WITH_PATIENCE("with patience"),
  WITH_TIME("with time"),
  STORMS("storms"),
  WITHOUT_A_SIDE("without a side"),

  /** The scripts that are not in the requirements asked for. No requirements have this part. */
  ADDED("added later");

  private final String words;

  PartOfRun(String words) {
    this.words = words;
  }

  /** Its name in reports. */
  String words() {
    return words;
  }
}
