package dev.fanion.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * TLC's classes as the JVM has loaded them once, for children that come after: each starts with a fifth less work. Where
 * the JVM can make no archive, or cannot use it, children load their classes as ever.
 *
 * <p>Made for one batch of runs and removed with it, so that it is never older than the classes.
 */
final class ClassArchive implements AutoCloseable {
  /** Else the JVM would print which classes it cannot archive. */
  private static final String SILENT = "-Xlog:disable";

  /** All that most models use, and both kinds of property. */
  private static final String MODULE = """
      ---- MODULE Nothing ----
      EXTENDS Naturals, Sequences, FiniteSets, TLC
      VARIABLE x
      Init == x \\in [{"a", "b"} -> BOOLEAN]
      Next == \\E k \\in DOMAIN x : x' = [x EXCEPT ![k] = Len(<<k>>) = Cardinality({k})]
      Spec == Init /\\ [][Next]_x /\\ WF_x(Next)
      Typed == x \\in [{"a", "b"} -> BOOLEAN]
      Rises == [][\\A k \\in DOMAIN x : x[k] => x'[k]]_x
      Ends == <>(x["a"] \\/ x["b"])
      ====
      """;
  private static final String CONFIG = "SPECIFICATION Spec\nINVARIANT Typed\nPROPERTIES Rises Ends\nCHECK_DEADLOCK FALSE\n";

  private final Child child;
  private final Path archive;

  ClassArchive() throws IOException {
    child = new Child();
    archive = child.folder().resolve("classes.jsa");
  }

  /** Archives what one run of TLC loads. If the caller is interrupted, that run is ended. */
  void make(Duration deadline) throws IOException, InterruptedException {
    Files.writeString(child.folder().resolve("Nothing.tla"), MODULE);
    Files.writeString(child.folder().resolve("Nothing.cfg"), CONFIG);
    child.run(List.of("-XX:ArchiveClassesAtExit=" + archive, SILENT), List.of(TlcChild.CHECK, "-tool", "-coverage", "9999",
        "-metadir", child.folder().resolve("states") + "", "Nothing"), deadline, message -> { });
  }

  /** The options of a child that is to use it. */
  List<String> options() {
    return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, SILENT) : List.of();
  }

  @Override
  public void close() {
    child.close();
  }
}
