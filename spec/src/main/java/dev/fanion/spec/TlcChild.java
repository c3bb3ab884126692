package dev.fanion.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.tool.AbstractChecker;
import tlc2.tool.distributed.TLCServer;
import tlc2.tool.distributed.TLCWorker;

/**
 * The main class of the child process: TLC, and what TLC does not do itself. It dies with its parent, says how far it is
 * more often than once a minute, and names the actions of the next-state relation, also those that TLC leaves out of its
 * coverage because they have no bindings.
 */
final class TlcChild {
  /** In the working directory, rewritten as the search goes on: distinct states and length of the queue. */
  static final String PROGRESS = "progress";

  /** In the working directory, written at the end: one action a line. */
  static final String ACTIONS = "actions";

  /** The first argument: check a model in this process alone. */
  static final String CHECK = "check";

  /** The first argument: be the server of a search by several processes. */
  static final String SERVE = "serve";

  /** The first argument: work for such a server. */
  static final String WORK = "work";

  private TlcChild() {}

  /** Runs a part of TLC with the other arguments; standard input must stay open for as long as the parent lives. */
  public static void main(String[] args) throws Exception {
    daemon("parent", TlcChild::haltAtEndOfInput);
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    switch (args[0]) {
      case CHECK -> check(rest);
      case SERVE -> TLCServer.main(rest);
      case WORK -> TLCWorker.main(rest);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void check(String[] args) throws Exception {
    daemon("progress", TlcChild::reportProgress);
    Runtime.getRuntime().addShutdownHook(new Thread(TlcChild::writeActions));
    TLC.main(args);
  }

  private static void daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void haltAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent: the pipe only ends, when the parent does.
      }
    } catch (IOException e) {
      // A broken pipe says the same.
    }
    Runtime.getRuntime().halt(1);
  }

  private static void reportProgress() {
    try {
      while (true) {
        Thread.sleep(300);
        AbstractChecker checker = TLCGlobals.mainChecker;
        if (checker != null) {
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
