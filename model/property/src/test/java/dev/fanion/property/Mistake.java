package dev.fanion.property;

/** What a broken loop would do to its waiters. The check of its rule must find each. */
enum Mistake {
  NONE(""),
  CANCEL_TAKES_ANOTHER_TOO("CAN-1"),
  CANCEL_SETS_THE_EVENT("CAN-1"),
  CANCEL_LOSES_TO_AN_EARLIER_WAKE("CAN-2"),
  EACH_CANCEL_ENDS_A_WAIT("CAN-3"),
  CANCEL_COSTS_THE_PLACE("CAN-3"),
  A_LIMIT_SWALLOWS_THE_CANCEL("CAN-4"),
  TIMES_OUT_TOO_EARLY("CAN-5"),
  TIME_OUT_CLEARS_THE_EVENT("CAN-5"),
  TIMES_OUT_ON_A_SET_EVENT("CAN-6");

  final String rule;

  Mistake(String rule) {
    this.rule = rule;
  }
}
