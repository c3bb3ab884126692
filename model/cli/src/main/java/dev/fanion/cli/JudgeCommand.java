package dev.fanion.cli;

import dev.fanion.conformance.RecordedRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges a run that was recorded elsewhere. */
@Command(name = "judge", mixinStandardHelpOptions = true,
    description = "Judges a recorded run, such as conform --trace writes it. Status 0: the spec explains each of its scenarios; "
        + "1: it does not; 2: the file is not as it must be.")
final class JudgeCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The recorded run: the hello of the adapter, then a line for each request.")
  Path file;

  @Mixin ProfileOption profile;

  @Mixin RequirementsOption requirements;

  @Override
  public Integer call() throws Exception {
    return new RecordedRun(file, profile.expected(), requirements.chosen(), spec.commandLine().getOut()).judge();
  }
}
