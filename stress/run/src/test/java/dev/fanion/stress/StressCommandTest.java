package dev.fanion.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StressCommandTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = StressCommand.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    return line.execute(arguments);
  }

  @Test
  void explainsItself() {
    assertEquals(0, run("--help"));
    assertTrue(said.toString().contains("Usage: fanion stress") && said.toString().contains("--only"), said.toString());
  }

  @Test
  void anUnknownPartIsNamed() {
    assertEquals(2, run("--only", "hail"));
    assertTrue(said.toString().contains("hail"), said.toString());
  }

  private int runInAFolderWithoutABuild(String... arguments) {
    System.setProperty("fanion.home", folder.toString());
    try {
      return run(arguments);
    } finally {
      System.clearProperty("fanion.home");
    }
  }

  @Test
  void aPartThatDoesNotStartIsInconclusive() {
    assertEquals(2, runInAFolderWithoutABuild("--only", "lincheck"));
    assertTrue(said.toString().contains("COULD NOT TELL: 0 tests") && said.toString().contains("wrote no rows"), said.toString());
  }

  @Test
  void frayIsSkippedWithTheReasonWhereItCannotRun() throws Exception {
    assertEquals("Fray needs JDK 25, and this is 17; set JAVA_HOME to one", Part.FRAY.obstacle(folder, 17, "Linux amd64"));
    assertTrue(String.valueOf(Part.FRAY.obstacle(folder, 25, "Mac OS X aarch64")).contains("Linux on x86-64 only"));
    assertTrue(String.valueOf(Part.FRAY.obstacle(folder, 25, "Linux amd64")).contains("is not built"));
    Path target = Files.createDirectories(folder.resolve("stress/fray/target"));
    Files.createFile(target.resolve("schedules.jar"));
    assertNull(Part.FRAY.obstacle(folder, 25, "Linux amd64"));
    assertNull(Part.LINCHECK.obstacle(folder, 17, "Mac OS X aarch64"));
  }

  @Test
  void aSkippedPartIsNoFailure() {
    assertEquals(0, runInAFolderWithoutABuild("--only", "fray"));
    assertTrue(said.toString().contains("skipped: ") && said.toString().contains("; 1 skipped"), said.toString());
  }

  @Test
  void aRaceIsOfJcstressAlone() {
    assertEquals(2, run("--only", "storms,lincheck", "--race", "SetVersusSleep"));
    assertTrue(said.toString().contains("--race is for the part jcstress"), said.toString());
  }

  @Test
  void withARaceNoOtherPartRunsThatIsNotAskedFor() {
    runInAFolderWithoutABuild("--race", "SetVersusSleep");
    assertEquals(List.of("== jcstress (after 0 s)"), said.toString().lines().filter(line -> line.startsWith("==")).toList());
  }

  @Test
  void onlyJcstressIsToldOfTheRace() {
    for (Part part : Part.values()) {
      List<String> command = part.command(folder, true, folder.resolve("rows"), "SetVersusSleep");
      int at = command.indexOf("--race");
      assertEquals(part == Part.JCSTRESS ? "SetVersusSleep" : "none", at < 0 ? "none" : command.get(at + 1));
    }
  }

  /** The part never ends, and has a child that never ends. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no process groups")
  void nothingOfAPartStaysBehind() throws Exception {
    Path output = folder.resolve("output");
    long[] pids = new long[2];
    String stubborn = "(trap '' TERM; exec sleep 3600) & echo $!; cat";
    try (ProcessGroup group = new ProcessGroup(List.of("/bin/sh", "-c", stubborn), output)) {
      while (Files.readString(output).isEmpty()) {
        assertEquals(-1, group.await(Duration.ZERO));
      }
      pids[0] = group.pid();
      pids[1] = Long.parseLong(Files.readString(output).strip());
      assertTrue(ProcessHandle.of(pids[1]).isPresent());
    }
    for (long pid : pids) {
      assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }
  }
}
