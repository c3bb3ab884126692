package dev.fanion.spec.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.tool.AbstractChecker;
import util.SimpleFilenameToStream;

/**
 * One check by TLC, with three things that TLC does not do itself. It reports progress more often than once a minute. It counts
 * how often each action is taken, but not how often each expression is evaluated, because that takes long (ADR 12). And it names
 * all actions of the next-state relation, also those that TLC leaves out of its coverage because they have no bindings.
 *
 * <p>TLC keeps much in static fields, such as the places of variables, or whether a violated liveness property was found. So a
 * second check by the same classes could give a wrong result without a word. Each check therefore has a class loader of its own.
 */
final class TlcCheck implements ToIntFunction<String[]> {
  /** A file in the working directory, rewritten during the search: the distinct states and the length of the queue. */
  static final String PROGRESS = "progress";

  /** A file in the working directory, written at the end: one action a line. */
  static final String ACTIONS = "actions";

  /** The classes that evaluate. Each looks once, when it is initialized, whether coverage is asked for. */
  private static final List<String> EVALUATORS =
      List.of("tlc2.tool.impl.Tool", "tlc2.tool.impl.ActionItemList", "tlc2.value.impl.Value");

  private volatile boolean ended;

  /**
   * Does what {@code TLC.main} does, short of ending the process.
   *
   * @param request the folders of modules, then TLC's arguments
   * @return TLC's exit code
   */
  @Override
  public int applyAsInt(String[] request) {
    write(PROGRESS, "");
    write(ACTIONS, "");
    initializeEvaluators();
    System.setProperty("TLA-Library", request[0]);
    TLC tlc = new TLC();
    if (!tlc.handleParameters(Arrays.copyOfRange(request, 1, request.length))) {
      return 1;
    }
    tlc.setResolver(new SimpleFilenameToStream());
    TlcMain.daemon("progress", this::reportProgress);
    int exit = EC.ExitStatus.errorConstantToExitStatus(tlc.process());
    ended = true;
    writeActions();
    return exit;
  }

  /** Must run before TLC reads its arguments: then only the classes that take actions find that coverage is asked for. */
  private static void initializeEvaluators() {
    try {
      for (String name : EVALUATORS) {
        Class.forName(name);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void reportProgress() {
    try {
      while (!ended) {
        Thread.sleep(300);
        AbstractChecker checker = TLCGlobals.mainChecker;
        if (checker != null && !ended) {
          write(PROGRESS, checker.getDistinctStatesGenerated() + " " + checker.getStateQueueSize());
        }
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread. Without it there is no progress to show, and nothing else is lost.
    }
  }

  private static void writeActions() {
    AbstractChecker checker = TLCGlobals.mainChecker;
    if (checker != null && checker.tool.getNextStateSpec() != null) {
      write(ACTIONS, String.join("\n", new NextActions().of(checker.tool.getNextStateSpec())));
    }
  }

  private static void write(String file, String text) {
    try {
      Files.writeString(Path.of(file), text);
    } catch (IOException e) {
      System.err.println("cannot write " + file + ": " + e);
    }
  }
}
