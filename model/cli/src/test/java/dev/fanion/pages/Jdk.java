package dev.fanion.pages;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes of the JDK that pages and comments call by their simple names. */
final class Jdk {
  private static final List<String> PACKAGES = List.of("java.lang", "java.lang.invoke", "java.lang.ref", "java.util",
      "java.util.concurrent", "java.util.concurrent.atomic", "java.util.concurrent.locks", "java.util.function", "java.time",
      "java.io", "java.nio.file", "java.nio.channels");

  private Jdk() {}

  /** Whether a name with dots is a class, or a class with one of its members; the packages above may be left out. */
  static boolean knows(String dotted) {
    int dot = dotted.lastIndexOf('.');
    return find(dotted).isPresent() || dot > 0
        && find(dotted.substring(0, dot)).filter(type -> hasMember(type, dotted.substring(dot + 1))).isPresent();
  }

  /** Whether a class has a member of this name, or cannot be found, as those of libraries cannot. */
  static boolean mayHaveMember(String type, String name) {
    return find(type).map(found -> hasMember(found, name)).orElse(true);
  }

  private static Optional<Class<?>> find(String name) {
    return Stream.concat(Stream.of(""), PACKAGES.stream().map(each -> each + "."))
        .flatMap(prefix -> load(prefix + name).stream()).findFirst();
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, null));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static boolean hasMember(Class<?> type, String name) {
    return Stream.of(type.getMethods()).map(Method::getName).anyMatch(name::equals)
        || Stream.of(type.getDeclaredMethods()).map(Method::getName).anyMatch(name::equals)
        || Stream.of(type.getFields()).map(Field::getName).anyMatch(name::equals)
        || Stream.of(type.getDeclaredClasses()).map(Class::getSimpleName).anyMatch(name::equals);
  }
}
