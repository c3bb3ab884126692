package dev.fanion.conformance;

/**
 * Makes short times longer for an implementation whose replies take long. Otherwise a limit would have passed whenever the next
 * request is made, and what happens before would never be tried.
 */
final class Stretch {
  /** The times of the scripts are meant for replies that take no longer, in nanoseconds. */
  private static final long SHORT = 500_000;

  private static final int MOST = 20;

  /** What takes longer is waited for anyway, in milliseconds. */
  private static final int LONG = 60;

  private Stretch() {}

  /** The same requests, with times that suit replies which usually take this long, in nanoseconds. */
  static Chooser of(Chooser chooser, long roundTrip) {
    int times = (int) Math.max(1, Math.min(MOST, 1 + roundTrip / SHORT));
    return times == 1 ? chooser : chooser.through((tracker, request) ->
        request.millis() > 0 && request.millis() <= LONG ? request.lasting(times * request.millis()) : request);
  }
}
