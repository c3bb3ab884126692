package dev.fanion.races;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;
import org.jspecify.annotations.Nullable;

/**
 * One class that jcstress runs: a test of the shipped classes, or a broken form beside it.
 *
 * @param info what jcstress knows about the class
 * @param catches the mark of a test of the shipped classes, or null
 * @param caughtBy the mark of a broken form, or null
 */
record Race(TestInfo info, @Nullable Catches catches, @Nullable CaughtBy caughtBy) {
  private static final String PACKAGE = "dev.fanion.";

  /** How many tests of the shipped classes there are. The annotation processor can lose them all without a message. */
  static final int SHIPPED = 23;

  /** How many broken forms there are. */
  static final int BROKEN = 38;

  /** All that the annotation processor has listed, sorted by name. */
  static List<Race> all() {
    Collection<String> names = TestList.tests();
    return names.stream().map(Race::of).sorted(Comparator.comparing(race -> race.info.name())).toList();
  }

  private static Race of(String name) {
    TestInfo info = TestList.getInfo(name);
    try {
      Class<?> type = Class.forName(info.binaryName());
      return new Race(info, type.getAnnotation(Catches.class), type.getAnnotation(CaughtBy.class));
    } catch (ClassNotFoundException e) {
      throw new LinkageError("jcstress lists " + name + ", which does not exist. Build stress/jcstress anew.", e);
    }
  }

  boolean isShipped() {
    return catches != null;
  }

  /** The name of the test to which this belongs: that of the enclosing class. */
  String test() {
    String[] parts = info.name().split("\\.");
    return parts[parts.length - 2];
  }

  /** The name without the package. */
  String label() {
    return info.name().substring(PACKAGE.length());
  }

  /** Whether a sample starts a thread, so that there cannot be many samples. */
  boolean isOfThreads() {
    return info.requiresFork();
  }
}
