package dev.fanion.cli;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.spec.run.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Runs one of the programs by which the two primitives are usually explained. */
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Runs one of four small programs on the reference: basic, waiters, worker or interrupt.")
final class DemoCommand implements Callable<Integer> {
  /** The programs. */
  enum Program { BASIC, WAITERS, WORKER, INTERRUPT }

  /** How long to wait for a signal from a person at a terminal, in seconds. */
  private static final int PATIENCE = 5;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "PROGRAM", description = "${COMPLETION-CANDIDATES}")
  Program program;

  @Option(names = "--wait", paramLabel = "SECONDS", description = "With interrupt: how long to wait for a real signal, Ctrl-C or "
      + "SIGUSR1 (default 5 in a terminal, else 0, which means not at all). The program ends after three, or when none comes.")
  @Nullable Integer wait;

  @Override
  public Integer call() {
    if (wait != null && (wait < 0 || program != Program.INTERRUPT)) {
      throw new ParameterException(spec.commandLine(), "--wait " + wait + ": give seconds, 0 or more, to the program interrupt");
    }
    int seconds = wait != null ? wait : Terminal.isInteractive() ? PATIENCE : 0;
    PrintWriter out = spec.commandLine().getOut();
    run(program, LoopOptions.defaults(), out, RealSignal::handle, Duration.ofSeconds(seconds));
    out.flush();
    return 0;
  }

  static void run(Program program, LoopOptions options, PrintWriter out, BiConsumer<String, Runnable> signals,
      Duration patience) {
    EventLoop loop = new EventLoop(options);
    Demos demos = new Demos(loop, line -> {
      out.println(line);
      out.flush();
    }, signals);
    switch (program) {
      case BASIC -> loop.run(demos::basic);
      case WAITERS -> loop.run(demos::waiters);
      case WORKER -> loop.run(demos::worker);
      case INTERRUPT -> loop.run(() -> demos.interrupt(patience));
    }
  }
}
