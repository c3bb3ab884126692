package dev.fanion.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program that prints a line for each figure: the operation, the subject and the number, with spaces between them. */
final class FigureProgram {
  private static final long MINUTES = 10;

  private FigureProgram() {}

  /** Runs the program with the text as its input and keeps its figures. Its standard error goes to the file. */
  static void run(List<String> command, String input, Path errors, Figures figures)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    Thread limit = new Thread(() -> endAfter(process), "limit");
    limit.setDaemon(true);
    limit.start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read(line, figures);
      }
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException(command.get(0) + " ended with status " + status + "; its errors are in " + errors + "\n"
            + Files.readString(errors).strip());
      }
    } finally {
      process.destroyForcibly();
      limit.interrupt();
    }
  }

  static void read(String line, Figures figures) throws IOException {
    String[] words = line.split(" ");
    try {
      figures.put(words[0], SubjectKind.valueOf(words[1]), Double.parseDouble(words[2]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("not an operation, a subject and a number: " + line, e);
    }
  }

  private static void endAfter(Process process) {
    try {
      process.waitFor(MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
    } catch (InterruptedException inTime) {
      return; // the program has ended in time
    }
  }

  static String resource(String name) throws IOException {
    try (InputStream in = FigureProgram.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
