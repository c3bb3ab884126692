package dev.fanion.oracle;

import java.nio.file.Path;

/**
 * Oracles of one module under several configurations, which share one copy of TLC. The first takes half a second to load, since
 * TLC's classes are loaded and run for the first time; those that follow take a small part of that.
 *
 * <p>TLC keeps in static fields what depends on the module's text: its names, its variables and their places in a state. What
 * depends on the configuration is in the objects of each oracle. So the files of the module must not change meanwhile.
 *
 * <h2>Threads</h2>
 * A family, with all its oracles, is confined to one thread.
 *
 * <h2>Errors</h2>
 * As of {@link Oracle}.
 */
public final class OracleFamily implements AutoCloseable {
  private final TlcLoader loader = new TlcLoader();
  private final Path folder;
  private final String module;

  /**
   * A family without an oracle yet.
   *
   * @param folder the folder of the module and of the modules that it extends
   * @param module its name
   */
  public OracleFamily(Path folder, String module) {
    this.folder = folder;
    this.module = module;
  }

  /**
   * Loads the module once more.
   *
   * @param config the text of a TLC configuration
   */
  public Oracle load(String config) {
    return Oracle.load(loader, folder, module, config);
  }

  /** Closes the copy of TLC. The oracles must not be asked any more. */
  @Override
  public void close() {
    loader.close();
  }
}
