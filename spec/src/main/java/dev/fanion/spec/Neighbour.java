package dev.fanion.spec;

import java.util.List;

/**
 * What became of a module without one conjunct: a line of {@code neighbours.tsv}.
 *
 * @param module where the conjunct stands
 * @param definition the operator
 * @param conjunct the conjunct in one line
 * @param caught the claim that failed, after its kind, or {@link #NOTHING} and what else is to be said
 * @param entry the entry that failed, or the first whose numbers of states moved; empty if nothing moved
 */
public record Neighbour(String module, String definition, String conjunct, String caught, String entry) {
  /** How the words about a survivor begin. */
  public static final String NOTHING = "nothing";

  /** The names of the columns, which are the first line of the file. */
  public static final String COLUMNS = "module\tdefinition\tconjunct\tcaught by\tentry";

  private static final int NUMBER = 5;

  /** Reads a line; an exception says that it has other columns. */
  static Neighbour of(String line) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != NUMBER) {
      throw new ManifestException("not " + NUMBER + " columns: " + line);
    }
    return new Neighbour(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }

  /** Whether no claim failed. */
  public boolean survives() {
    return caught.startsWith(NOTHING);
  }

  /** Whether this is about that conjunct. */
  public boolean isAbout(Conjunct that) {
    return module.equals(that.module()) && definition.equals(that.definition()) && conjunct.equals(that.text());
  }

  /** As a line. */
  public String line() {
    return String.join("\t", module, definition, conjunct, caught, entry);
  }
}
