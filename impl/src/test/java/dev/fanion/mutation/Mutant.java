package dev.fanion.mutation;

import java.util.regex.Pattern;

/**
 * A change that the tool made to the code, without the place in the file.
 *
 * @param type the class, without its package
 * @param method the method
 * @param mutator the kind of change
 * @param change the change, in the words of the tool
 */
record Mutant(String type, String method, String mutator, String change) {
  private static final Pattern BEFORE_THE_NAME = Pattern.compile(".*\\.|Mutator$");

  /** Makes a mutant from the names that the tool uses. */
  static Mutant of(String mutatedClass, String method, String mutator, String description) {
    return new Mutant(plain(mutatedClass), method, plain(mutator), description);
  }

  private static String plain(String name) {
    return BEFORE_THE_NAME.matcher(name).replaceAll("");
  }

  @Override
  public String toString() {
    return type + "." + method + ": " + mutator + ", " + change;
  }
}
