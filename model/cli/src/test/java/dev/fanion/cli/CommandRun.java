package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * One run of the command line in this JVM.
 *
 * @param status its exit status
 * @param said what it printed, standard output and error together
 */
record CommandRun(int status, String said) {
  static CommandRun of(String... args) {
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    int status = line.execute(args);
    line.getOut().flush();
    line.getErr().flush();
    return new CommandRun(status, said.toString());
  }

  /**
   * A command that starts a class of this class path in another JVM.
   *
   * @param folder for a file of arguments, which keeps the command short
   * @param marker distinguishes the process from others
   */
  static List<String> java(Path folder, String marker, Class<?> main) throws IOException {
    Path arguments = folder.resolve("java-arguments");
    String classPath = System.getProperty("java.class.path").replace("\\", "\\\\").replace("\"", "\\\"");
    Files.writeString(arguments, "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp \"" + classPath + "\"\n");
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfanion.marker=" + marker,
        "@" + arguments, main.getName());
  }

  /** These words, quoted for a shell. */
  static String quoted(List<String> words) {
    return String.join(" ", words.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
  }

  /** The command lines of the processes with this marker that are alive. */
  static List<String> leftBehind(String marker) {
    return ProcessHandle.allProcesses().map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.contains(marker)).toList();
  }

  /** The report for machines that a run has left in this folder. */
  static JsonNode results(Path folder) throws IOException {
    return new ObjectMapper().readTree(folder.resolve("results.json").toFile());
  }

  void says(String... parts) {
    for (String part : parts) {
      assertTrue(said.contains(part), () -> "\"" + part + "\" is not in:\n" + said);
    }
  }
}
