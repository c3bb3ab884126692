package dev.fanion.cli;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Version;
import dev.fanion.oracle.SpecException;
import dev.fanion.spec.ManifestException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit status: 0 success, 1 failure, 2 inconclusive. */
@Command(
    name = "fanion",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    description = "Specified, model-checked signalling between interrupts and event loops.",
    footer = {"", "The script ./fanion builds and runs two more commands: stress (races, storms, real signals, faults) and bench",
        "(benchmarks); each takes --help too."},
    subcommands = {
      CheckCommand.class, SmokeCommand.class, ConformCommand.class, FingerprintCommand.class, ReplayCommand.class,
      JudgeCommand.class, VectorsCommand.class, RulesCommand.class, AdapterCommand.class, SpecCommand.class, TraceCommand.class,
      DemoCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  /** The answer to {@code --version}. */
  static final class VersionLine implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"fanion " + Version.TEXT};
    }
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "say what to do: one of the commands below");
  }

  /** Explains a mistake of the user's, or a broken installation, in one line without a stack trace. */
  private static int explain(Exception error, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    boolean known = error instanceof IllegalArgumentException || error instanceof ManifestException
        || error instanceof AdapterFailure || error instanceof SpecException
        || error instanceof IOException;
    if (!known) {
      throw error;
    }
    PrintWriter err = command.getErr();
    err.println("fanion: " + error.getMessage());
    return 2;
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(Main::explain)
        .setExitCodeExceptionMapper(defect -> 2) // a defect of the suite says nothing of an implementation
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /**
   * Runs the command line and ends the JVM with its status.
   *
   * @param args as {@code fanion --help} explains
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
