package dev.fanion.mutation;

import java.util.regex.Pattern;

/**
 * A change that was made to the code, as far as it does not depend on where in the file it was made.
 *
 * @param type the class, without its package
 * @param method the method
 * @param mutator what kind of change
 * @param change what was done, in the words of the tool
 */
record Mutant(String type, String method, String mutator, String change) {
  private static final Pattern BEFORE_THE_NAME = Pattern.compile(".*\\.|Mutator$");

  /** From the names that the tool uses. */
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
