package dev.fanion.spec.run;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.ManifestException;
import dev.fanion.spec.Modules;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * TLC's distributed mode: a server, which keeps the states, and workers on this machine and on others, which compute them.
 *
 * <p>In this mode TLC 2.18 checks invariants and properties of steps. It does not check liveness, does not count how often
 * actions are taken, and counts the generated states in another way. So only the outcome and the distinct states are compared.
 *
 * <p>However a call ends, no child outlives it.
 */
public final class Distributed {
  /** The port on which the server listens by default. */
  public static final int PORT = 10997;

  private static final Duration DEADLINE = Duration.ofDays(7);
  private static final Set<Integer> TOLD = Set.of(2200, 7000, 7001, 7002);
  private static final int WAIT_FOR_SERVER = 60;

  private final PrintStream out;
  private final String address;
  private final int port;

  /**
   * Creates a server or a worker.
   *
   * @param out where progress and the result go
   * @param address the name or the number under which the other machines reach this one
   * @param port the port on which the server listens
   */
  public Distributed(PrintStream out, String address, int port) {
    this.out = out;
    this.address = address;
    this.port = port;
  }

  /**
   * Runs an entry as the server. Workers on other machines may join.
   *
   * @param workers the number of workers on this machine, each of which has one thread
   * @return the distinct states
   * @throws ManifestException if the search failed, or found another number of distinct states than the manifest says
   * @throws InterruptedException if the calling thread is interrupted; the children are ended
   */
  public long serve(Entry entry, Path specFolder, int workers) throws InterruptedException, IOException {
    return judge(entry, search(entry, specFolder, workers));
  }

  /** Runs the search, whatever the manifest says of it. */
  TlcProcess.End search(Entry entry, Path specFolder, int workers) throws InterruptedException, IOException {
    Modules modules = new Modules(specFolder.toAbsolutePath().normalize());
    List<TlcProcess> children = new ArrayList<>();
    Thread hook = new Thread(() -> children.forEach(TlcProcess::close), "end TLC");
    for (int i = 0; i <= workers; i++) {
      children.add(new TlcProcess());
    }
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      children.subList(1, children.size()).forEach(child -> new Thread(() -> workQuietly(child)).start());
      TlcProcess server = children.get(0);
      return server.run(serverOptions(entry, modules), serverArguments(entry, modules, server), DEADLINE, this::tell);
    } finally {
      children.forEach(TlcProcess::close);
      SpecRunner.unhook(hook);
    }
  }

  private void tell(TlcOutput.Message message) {
    if (TOLD.contains(message.code())) {
      out.println(message.text());
    }
  }

  private List<String> serverOptions(Entry entry, Modules modules) {
    List<String> options = new ArrayList<>(rmi());
    options.addAll(List.of("-Xmx" + entry.heap(), "-DTLA-Library=" + TlcProcess.joined(modules.folders(entry.module()))));
    return options;
  }

  private List<String> rmi() {
    return List.of("-XX:+UseParallelGC", "-Djava.rmi.server.hostname=" + address,
        "-Dtlc2.tool.distributed.TLCServer.port=" + port);
  }

  private static List<String> serverArguments(Entry entry, Modules modules, TlcProcess server)
      throws IOException {
    // Without a check for deadlock: TLC's server does not read CHECK_DEADLOCK, and all our models may end.
    return List.of(TlcMain.SERVE, "-tool", "-deadlock", "-fp", "0", "-metadir", server.folder().resolve("states") + "",
        "-config", server.config(entry, modules) + "", entry.module());
  }

  /** The distinct states of a search, if it ended well and found as many as the manifest says. */
  static long judge(Entry entry, TlcProcess.End end) {
    List<TlcOutput.Message> errors = end.output().errors();
    if (end.exit() != 0 || !errors.isEmpty() || !end.output().has(TlcOutput.SUCCESS)) {
      throw new ManifestException(entry.name() + ": the search did not end well (exit status " + end.exit() + "): "
          + String.join("\n", end.output().shown()));
    }
    long distinct = end.output().counts().orElseThrow().distinct();
    if (entry.expect() instanceof Expectation.Holds holds && holds.distinct() != distinct) {
      throw new ManifestException(entry.name() + ": distinct: expected " + holds.distinct() + ", found " + distinct);
    }
    return distinct;
  }

  /** Starts a worker. It asks for the server until the server listens, and ends with the server. */
  private void workQuietly(TlcProcess child) {
    try {
      child.run(workerOptions(1), List.of(TlcMain.WORK, address), DEADLINE, message -> { });
    } catch (IOException | InterruptedException | IllegalStateException e) {
      out.println("fanion: a worker has ended: " + e.getMessage());
    }
  }

  private List<String> workerOptions(int threads) {
    List<String> options = new ArrayList<>(rmi());
    options.add("-Dtlc2.tool.distributed.TLCWorker.threadCount=" + threads);
    return options;
  }

  /**
   * Works for the server on that host, with one thread for each processor, until the server has ended.
   *
   * @throws ManifestException if no server is found there within a minute
   * @throws InterruptedException if the calling thread is interrupted; the child is ended
   */
  public void work(String host) throws InterruptedException, IOException {
    await(host);
    try (TlcProcess child = new TlcProcess()) {
      Thread hook = new Thread(child::close, "end TLC");
      Runtime.getRuntime().addShutdownHook(hook);
      out.println("working for " + host + ":" + port);
      child.run(workerOptions(Runtime.getRuntime().availableProcessors()), List.of(TlcMain.WORK, host), DEADLINE,
          message -> { });
      SpecRunner.unhook(hook);
      out.println("the server has ended");
    }
  }

  private void await(String host) throws InterruptedException {
    for (int second = 0; second < WAIT_FOR_SERVER; second++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), 1000);
        return;
      } catch (IOException e) {
        TimeUnit.SECONDS.sleep(1);
      }
    }
    throw new ManifestException("no server at " + host + ":" + port + " for " + WAIT_FOR_SERVER
        + " s; start ./fanion spec --distributed there with --address " + host + ", and see that no firewall is between");
  }
}
