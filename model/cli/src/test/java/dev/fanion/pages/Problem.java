package dev.fanion.pages;

/**
 * Something in a file that is wrong, and where.
 *
 * @param file the file, relative to the clone
 * @param line counted from 1
 * @param message what is wrong
 */
record Problem(String file, int line, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
