package dev.fanion.trace;

/**
 * One rule of a tag in a source.
 *
 * @param rule the rule's id, known or not
 * @param test whether the tag says {@code type=test}; without, the code implements the rule
 * @param file the file, from the root of the clone
 * @param line counted from 1
 * @param name what the tag stands at: {@code Event.set}, {@code fanion_flag_set}, or the file's name
 * @param runs whether what it stands at is a test that runs
 */
public record Tag(String rule, boolean test, String file, int line, String name, boolean runs) {

  /** Where it stands. */
  String place() {
    return file + ":" + line;
  }
}
