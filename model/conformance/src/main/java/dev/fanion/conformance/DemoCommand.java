package dev.fanion.conformance;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The programs that the two primitives are usually explained by. */
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Runs one of four small programs on the reference: basic, waiters, worker or interrupt.")
final class DemoCommand implements Callable<Integer> {
  /** Which program. */
  enum Program { BASIC, WAITERS, WORKER, INTERRUPT }

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "PROGRAM", description = "${COMPLETION-CANDIDATES}")
  Program program;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    run(program, LoopOptions.defaults(), out);
    out.flush();
    return 0;
  }

  static void run(Program program, LoopOptions options, PrintWriter out) {
    EventLoop loop = new EventLoop(options);
    Demos demos = new Demos(loop, line -> {
      out.println(line);
      out.flush();
    });
    switch (program) {
      case BASIC -> loop.run(demos::basic);
      case WAITERS -> loop.run(demos::waiters);
      case WORKER -> loop.run(demos::worker);
      case INTERRUPT -> loop.run(demos::interrupt);
    }
  }
}
