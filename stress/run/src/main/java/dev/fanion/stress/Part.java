package dev.fanion.stress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The parts of a run, each a child process that writes its rows into a file and ends with 0, or with 1 if one is not clean. */
enum Part {
  FAULTS, SIGNALS, STORMS, LINCHECK, JCSTRESS;

  private static final Duration QUICK_AT_MOST = Duration.ofMinutes(15);
  private static final Duration LONG_AT_MOST = Duration.ofDays(2);

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What to run, from the root of the repository. */
  List<String> command(Path root, boolean quick, Path rows) {
    String lane = quick ? "quick" : "long";
    Path stress = root.resolve("stress");
    return switch (this) {
      case FAULTS, SIGNALS, STORMS -> List.of(OwnJvm.java(), "-Xmx1g", "-jar", stress.resolve("storms/target/storms.jar").toString(),
          label(), lane, "--out", rows.toString());
      case LINCHECK -> jar(stress.resolve("lincheck/target/interleavings.jar"), lane, rows);
      case JCSTRESS -> jar(stress.resolve("jcstress/target/races.jar"), lane, rows);
    };
  }

  private static List<String> jar(Path jar, String lane, Path rows) {
    return List.of(OwnJvm.java(), "-jar", jar.toString(), lane, "--out", rows.toString());
  }

  /** After so long it is ended, and nothing can be told of it. */
  static Duration atMost(boolean quick) {
    return quick ? QUICK_AT_MOST : LONG_AT_MOST;
  }
}
