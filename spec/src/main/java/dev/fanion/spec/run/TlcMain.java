package dev.fanion.spec.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tlc2.tool.distributed.TLCServer;
import tlc2.tool.distributed.TLCWorker;

/** The main class of a child process that runs TLC. It dies with its parent. */
final class TlcMain {
  /** A first argument: check models in this process, one for each line of standard input. */
  static final String CHECKS = "checks";

  /** A first argument: be the server of a search by several processes. */
  static final String SERVE = "serve";

  /** A first argument: work for such a server. */
  static final String WORK = "work";

  /** Separates the parts of a request: its kind, then what {@link TlcCheck#applyAsInt} takes. */
  static final String SEPARATOR = "\t";

  /** The beginning of the line after the output of a check. TLC's exit code follows on the line. */
  static final String END = "@@@ end of check ";

  private TlcMain() {}

  /** Runs a part of TLC with the other arguments. Standard input must stay open while the parent lives. */
  public static void main(String[] args) throws Exception {
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    daemon("parent", () -> listen(requests));
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    switch (args[0]) {
      case CHECKS -> check(requests);
      case SERVE -> TLCServer.main(rest);
      case WORK -> TLCWorker.main(rest);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** Takes what the parent asks for. When the parent ends, the pipe ends, and this process ends too. */
  private static void listen(BlockingQueue<String> requests) {
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        requests.add(line);
      }
    } catch (IOException e) {
      // A broken pipe means the same as its end.
    }
    Runtime.getRuntime().halt(1);
  }

  /** A check of the same kind as the last one has the classes of that one, unless they are spent. */
  private static void check(BlockingQueue<String> requests) throws Exception {
    String kind = "";
    TlcClasses classes = new TlcClasses();
    while (true) {
      String[] request = requests.take().split(SEPARATOR);
      if (!request[0].equals(kind) || classes.spent()) {
        classes = new TlcClasses();
        kind = request[0];
      }
      int exit = classes.check(Arrays.copyOfRange(request, 1, request.length));
      System.out.println();
      System.out.println(END + exit);
      System.out.flush();
    }
  }

  static void daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }
}
