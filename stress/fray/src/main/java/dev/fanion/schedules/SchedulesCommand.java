package dev.fanion.schedules;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes the instrumented JDK if it is not there, and runs every scenario in it. Status 0: success; 1: the shipped classes or a
 * right form failed, or a broken form was not caught; 2: wrong usage, or no instrumented JDK.
 */
@Command(name = "schedules", mixinStandardHelpOptions = true,
    description = "Runs schedules of the shipped classes and of broken ones under Fray. Needs JDK 25.")
public final class SchedulesCommand implements Callable<Integer> {
  @Parameters(index = "0", description = "How far: ${COMPLETION-CANDIDATES}.")
  private Bound bound;

  @Option(names = "--out", required = true, description = "Where to write the rows.")
  private Path out;

  @Option(names = "--seed", defaultValue = "1", description = "The seed of the first schedule. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--search", defaultValue = "pos", description = "How schedules are drawn: ${COMPLETION-CANDIDATES}.")
  private Search search;

  @Option(names = "--scenario", defaultValue = "", description = "Only scenarios whose name contains this.")
  private String scenario;

  private SchedulesCommand() {}

  /**
   * Runs the command line and ends the JVM with its status.
   *
   * @param args quick or long, and --out FILE
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new SchedulesCommand()).setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(defect -> 2).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, URISyntaxException {
    Path jar = Path.of(SchedulesCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path target = jar.getParent();
    List<Path> jars = new ArrayList<>(List.of(jar));
    try (Stream<Path> others = Files.list(target.resolve("lib"))) {
      others.sorted().forEach(jars::add);
    }
    List<String> arguments = List.of(bound.name(), search.name(), Long.toString(seed), out.toAbsolutePath().toString(),
        target.resolve("reports").toString(), scenario);
    return new ProcessBuilder(Image.below(target, jars).command(Explorer.class, arguments)).inheritIO().start().waitFor();
  }
}
