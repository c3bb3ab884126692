package dev.fanion.spec.run;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of one check.
 *
 * @param exit TLC's exit code
 * @param late whether its process was ended because its time was up
 * @param output what it printed
 * @param actions how often each action was taken; 0 also for those that TLC's coverage leaves out
 * @param seconds how long it took, with the start of its process if it was the first there
 */
record TlcRun(int exit, boolean late, TlcOutput output, SortedMap<String, Long> actions, double seconds) {

  /** A process that could not be started, or whose output could not be read. */
  static TlcRun broken(Exception cause) {
    TlcOutput output = new TlcOutput();
    output.line(cause.toString());
    return new TlcRun(-1, false, output, new TreeMap<>(), 0);
  }
}
