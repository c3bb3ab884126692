package dev.fanion.conformance.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that somebody probably meant. */
public final class Nearest {
  /** The most letters that are put in, left out or replaced between words that are near. */
  private static final int NEAR = 2;

  private Nearest() {}

  /** The nearest of the known words, if one is near and shares more than it differs. */
  public static Optional<String> to(String word, Collection<String> known) {
    return known.stream().filter(other -> distance(word, other) <= Math.min(NEAR, other.length() / 2))
        .min(Comparator.<String>comparingInt(other -> distance(word, other)).thenComparing(Comparator.naturalOrder()));
  }

  /** The edit distance, row by row. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
