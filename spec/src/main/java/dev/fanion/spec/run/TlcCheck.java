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
 * One check by TLC, and what TLC does not do itself: it says how far it is more often than once a minute, counts how often
 * each action is taken without counting each expression's evaluations too, which take long (ADR 12); and it names the actions
 * of the next-state relation, also those that TLC leaves out of its coverage because they have no bindings.
 *
 * <p>TLC keeps much in static fields, such as the places of variables, or whether a violated liveness property was found;
 * a second check by the same classes would be wrong without a word. So each check has a class loader of its own.
 */
final class TlcCheck implements ToIntFunction<String[]> {
  /** In the working directory, rewritten as the search goes on: distinct states and length of the queue. */
  static final String PROGRESS = "progress";

  /** In the working directory, written at the end: one action a line. */
  static final String ACTIONS = "actions";

  /** Those that evaluate. Each looks once, when it is initialized, whether there is to be coverage. */
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

  /** Before TLC reads its arguments, so that only the classes that take actions find coverage asked for. */
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
      // Nobody interrupts this thread; if somebody does, progress is no loss.
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
