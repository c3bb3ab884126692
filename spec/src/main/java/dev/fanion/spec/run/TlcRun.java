package dev.fanion.spec.run;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of one check, before {@link Judge} compares it with the entry.
 *
 * @param exit TLC's exit code
 * @param late whether its process was ended at the deadline
 * @param output what it printed
 * @param actions how often each action was taken; 0 for an action that TLC's coverage leaves out
 * @param seconds the time of the check; for the first check in a process, with the start of the process
 */
record TlcRun(int exit, boolean late, TlcOutput output, SortedMap<String, Long> actions, double seconds) {

  /** The result if the process could not be started, or its output could not be read. */
  static TlcRun broken(Exception cause) {
    TlcOutput output = new TlcOutput();
    output.line(cause.toString());
    return new TlcRun(-1, false, output, new TreeMap<>(), 0);
  }
}
