package dev.fanion.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Loads TLC anew for one module, since TLC keeps a module's names in static fields: a second module on the same classes would
 * corrupt the first. This loader loads TLC's classes and the bridge to them; all other classes come from the parent.
 */
final class TlcLoader extends URLClassLoader {
  private static final List<String> OWN = List.of("tlc2.", "tla2sany.", "util.", "pcal.", "model.");
  private static final String BRIDGE = "dev.fanion.oracle.Tlc";

  private static final List<String> STANDARD_MODULES = List.of("Bags", "FiniteSets", "Integers", "Naturals",
      "Randomization", "Reals", "RealTime", "Sequences", "TLC", "Toolbox");

  TlcLoader() {
    super("tlc", new URL[] {home(TlcLoader.class), home(tlc2.TLC.class)}, TlcLoader.class.getClassLoader());
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** Parses the module in this folder with this configuration. The first time takes half a second. TLC allows one at a time. */
  TlcSpec parse(Path folder, String module, Path config) {
    synchronized (TlcLoader.class) {
      try {
        copyStandardModules(config.getParent());
        var constructor = loadClass(BRIDGE).getDeclaredConstructor(Path.class, String.class, Path.class);
        constructor.setAccessible(true); // same package by name, but another class loader
        return (TlcSpec) constructor.newInstance(folder, module, config);
      } catch (InvocationTargetException e) {
        throw e.getCause() instanceof SpecException s ? s : new SpecException(unreadable(module, folder), e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("the bridge to TLC does not load", e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Without this TLC copies them to one folder for all processes, so that one may read a file that another is writing. */
  private void copyStandardModules(Path folder) throws IOException {
    for (String module : STANDARD_MODULES) {
      URL file = Objects.requireNonNull(getResource("tla2sany/StandardModules/" + module + ".tla"), module);
      URLConnection text = file.openConnection();
      text.setUseCaches(false); // else it shares an open archive with other loaders, and whoever of them is closed closes it
      try (InputStream in = text.getInputStream()) {
        Files.copy(in, folder.resolve(module + ".tla"));
      }
    }
  }

  private static String unreadable(String module, Path folder) {
    return "TLC cannot read module " + module + " in " + folder;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!ours(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : findClass(name);
    }
  }

  private static boolean ours(String name) {
    return name.equals(BRIDGE) || name.startsWith(BRIDGE + "$") || OWN.stream().anyMatch(name::startsWith);
  }

  @Override
  public void close() {
    try {
      super.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name); // TLC finds its standard modules as resources
    return own != null ? own : super.getResource(name);
  }
}
