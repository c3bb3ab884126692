package dev.fanion.spec.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Loads all classes of the class path anew, except the JDK's. Each class file is read once, whatever the number of loaders. */
final class FreshClasses extends ClassLoader {
  private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

  FreshClasses() {
    super(ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = READ.get(name);
    if (bytes == null) {
      bytes = read(name);
      READ.put(name, bytes);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] read(String name) throws ClassNotFoundException {
    try (InputStream file = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return ClassLoader.getSystemResource(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return ClassLoader.getSystemResources(name);
  }
}
