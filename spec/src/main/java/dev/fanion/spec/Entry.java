package dev.fanion.spec;

/**
 * One run of TLC that the manifest asks for.
 *
 * @param name unique in the manifest
 * @param group selects several entries at once
 * @param module the root module's name
 * @param config the config's path relative to the folder of the modules
 * @param why what is learned if this entry comes out otherwise
 * @param expect what TLC must say
 * @param mutates the module of which this is a variant with one mistake; empty if it is none
 * @param without the fairness conjunct that is gone, so that something need not happen any more; empty if none is
 * @param deep whether this is a larger bound, run only where it is asked for
 * @param workers TLC's worker threads; 0 lets the runner choose
 * @param heap the child's largest heap, as {@code -Xmx} takes it
 */
public record Entry(
    String name, String group, String module, String config, String why, Expectation expect,
    String mutates, String without, boolean deep, int workers, String heap) {

  /** How much work the search is, as far as the manifest knows; runs that fail end early. */
  long size() {
    return expect instanceof Expectation.Holds holds ? holds.generated() : 0;
  }
}
