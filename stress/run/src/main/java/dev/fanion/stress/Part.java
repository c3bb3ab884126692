package dev.fanion.stress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a run, in the order in which they run. Each is a child process. It writes its rows into a file and ends with
 * status 0 if every row is clean, or with 1 if one is not.
 */
enum Part {
  FAULTS, SIGNALS, STORMS, LINCHECK, FRAY, JCSTRESS;

  private static final Duration QUICK_AT_MOST = Duration.ofMinutes(15);
  private static final Duration LONG_AT_MOST = Duration.ofDays(2);

  /** The version of Java for which Fray is made. */
  private static final int FRAYS_JAVA = 25;

  private static final String FRAYS_JAR = "fray/target/schedules.jar";

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The command of the child process.
   *
   * @param root the root of the repository
   * @param race the only race that JCSTRESS is to run, or null for all; the other parts ignore it
   */
  List<String> command(Path root, boolean quick, Path rows, @Nullable String race) {
    List<String> command = new ArrayList<>(List.of(OwnJvm.java()));
    switch (this) {
      case FAULTS, SIGNALS, STORMS -> command.addAll(List.of("-Xmx1g", "-jar", jar(root, "storms/target/storms.jar"), label()));
      case LINCHECK -> command.addAll(List.of("-jar", jar(root, "lincheck/target/interleavings.jar")));
      case FRAY -> command.addAll(List.of("-jar", jar(root, FRAYS_JAR)));
      case JCSTRESS -> command.addAll(List.of("-jar", jar(root, "jcstress/target/races.jar")));
    }
    command.addAll(List.of(quick ? "quick" : "long", "--out", rows.toString()));
    if (this == JCSTRESS && race != null) {
      command.addAll(List.of("--race", race));
    }
    return command;
  }

  /**
   * Why the part cannot run here, or null if it can.
   *
   * @param root the root of the repository
   * @param java the version of Java, such as 17
   * @param system the names of the system and of the processor, as the JVM has them
   */
  @Nullable String obstacle(Path root, int java, String system) {
    if (this != FRAY) {
      return null;
    }
    if (java != FRAYS_JAVA) {
      return "Fray needs JDK " + FRAYS_JAVA + ", and this is " + java + "; set JAVA_HOME to one";
    }
    if (!system.equals("Linux amd64")) {
      return "this build has Fray's native part for Linux on x86-64 only, and this is " + system;
    }
    return Files.exists(Path.of(jar(root, FRAYS_JAR))) ? null
        : "its module is not built; mvn -Pfray -DskipTests package builds it";
  }

  private static String jar(Path root, String jar) {
    return root.resolve("stress").resolve(jar).toString();
  }

  /** The time after which the command ends a part, whose result is then inconclusive. */
  static Duration atMost(boolean quick) {
    return quick ? QUICK_AT_MOST : LONG_AT_MOST;
  }
}
