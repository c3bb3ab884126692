package dev.fanion.spec;

/**
 * One run of TLC that the manifest asks for.
 *
 * @param name unique in the manifest
 * @param group selects several entries at once
 * @param module the root module's name
 * @param config what TLC reads beside the module
 * @param why what is learned if this entry comes out otherwise
 * @param expect what TLC must say
 * @param mutates the module of which this is a variant with one mistake; empty for an entry that is no such variant
 * @param without the fairness conjunct that is left out, for want of which the property fails; empty if all are there
 * @param deep whether this is a larger bound, run only if it is asked for
 * @param workers TLC's worker threads; 0 lets the runner choose
 * @param heap the checker's largest heap, as {@code -Xmx} takes it
 */
public record Entry(
    String name, String group, String module, Config config, String why, Expectation expect,
    String mutates, String without, boolean deep, int workers, String heap) {

  /** The group of the entries that are about what must happen in the end. */
  private static final String LIVENESS = "liveness";

  /** With such claims, a state takes the checker about as long as this number of states without. */
  private static final int OF_LIVENESS = 20;

  /**
   * How large the search is, as far as the manifest knows: the generated states, more if the claims are costly; 0 for a run that
   * fails, which ends early.
   */
  public long size() {
    long states = expect instanceof Expectation.Holds holds ? holds.generated() : 0;
    return group.equals(LIVENESS) ? OF_LIVENESS * states : states;
  }
}
