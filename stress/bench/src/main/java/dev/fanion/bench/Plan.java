package dev.fanion.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** The measurements of a run, in order. */
final class Plan {
  /** Measures something and keeps the figures. */
  @FunctionalInterface
  interface Body {
    void run(Figures figures) throws RunnerException, IOException, InterruptedException;
  }

  /**
   * One measurement.
   *
   * @param name an operation and a subject, or the name of a program of its own
   * @param body measures it
   */
  record Step(String name, Body body) {}

  private final Effort effort;
  private final Path folder;
  private final Jmh jmh;
  private final List<Step> steps = new ArrayList<>();

  private Plan(Effort effort, Path folder) {
    this.effort = effort;
    this.folder = folder;
    this.jmh = new Jmh(effort, folder);
  }

  /** The steps whose names are asked for. Their logs go to the folder. */
  static List<Step> steps(Effort effort, Path folder, Predicate<String> asked) {
    Plan plan = new Plan(effort, folder);
    plan.crowds("resume", List.of(SubjectKind.FANION, SubjectKind.FLOOR, SubjectKind.COMPLETABLE_FUTURE, SubjectKind.STATE_FLOW,
        SubjectKind.NETTY, SubjectKind.REACTOR, SubjectKind.REACTOR_LOOP, SubjectKind.LATCH, SubjectKind.CONDITION));
    plan.pairs("pingPong");
    plan.pairs("awaitSet");
    plan.crowds("cancel", List.of(SubjectKind.FANION, SubjectKind.STATE_FLOW, SubjectKind.NETTY, SubjectKind.REACTOR,
        SubjectKind.CONDITION));
    plan.single("cancel/1000000/apart", "CancelApart.cancel", Map.of());
    plan.flags();
    plan.direct();
    plan.clocked();
    plan.python();
    return plan.steps.stream().filter(step -> asked.test(step.name())).toList();
  }

  private void crowds(String operation, List<SubjectKind> subjects) {
    for (SubjectKind subject : subjects) {
      for (int waiters : effort.crowds(subject)) {
        String row = operation + "/" + waiters;
        steps.add(new Step(row + " " + subject, figures -> {
          RunResult result = jmh.run("Benchmarks." + operation, 1,
              Map.of("subject", subject.name(), "waiters", Integer.toString(waiters)));
          keep(figures, row, subject, result, operation.equals("resume") ? waiters : 1);
        }));
      }
    }
  }

  private static void keep(Figures figures, String row, SubjectKind subject, RunResult result, int each) {
    figures.put(row, subject, Jmh.score(result) / each);
    figures.put(row + "/bytes", subject, Jmh.bytes(result) / each);
  }

  private void pairs(String operation) {
    List<SubjectKind> subjects = new ArrayList<>(SubjectKind.JVM_PEERS);
    subjects.remove(operation.equals("pingPong") ? SubjectKind.REACTOR : SubjectKind.REACTOR_LOOP);
    subjects.add(0, SubjectKind.FANION);
    for (SubjectKind subject : subjects) {
      steps.add(new Step(operation + " " + subject, figures -> {
        RunResult result = jmh.run("Benchmarks." + operation, 1, Map.of("subject", subject.name()));
        keep(figures, operation, subject, result, 1);
        if (operation.equals("pingPong") && (subject == SubjectKind.LATCH || subject == SubjectKind.CONDITION)) {
          String row = "direct/" + (Peers.threadsAreVirtual() ? DirectSwitch.Threads.VIRTUAL : DirectSwitch.Threads.PLATFORM);
          figures.put(row, subject, Jmh.score(result) / 2); // a round is a switch there and one back
        }
      }));
    }
  }

  private void flags() {
    flag("flagSet/busy", "setWhileBusy", 1);
    flag("flagSet/spinning", "setWhileSpinning", 1);
    flag("flagSet/two", "setWhileBusy", 2);
    flag("flagSet/twoFlags", "setOwnWhileBusy", 2);
    for (int idle : List.of(1, 1_000, 100_000)) {
      single("idle/" + idle, "IdleFlags.wake", Map.of("idle", Integer.toString(idle)));
    }
  }

  /** A measurement of the reference alone. */
  private void single(String row, String benchmark, Map<String, String> parameters) {
    steps.add(new Step(row + " FANION", figures ->
        keep(figures, row, SubjectKind.FANION, jmh.run(benchmark, 1, parameters), 1)));
  }

  private void flag(String row, String benchmark, int setters) {
    flag(row, SubjectKind.FANION, "FlagBenchmarks." + benchmark, setters);
    flag(row + "/written", SubjectKind.FANION, "WrittenFlagBenchmarks." + benchmark, setters);
    flag(row, SubjectKind.FLOOR, "FlagFloor." + benchmark, setters);
  }

  private void flag(String row, SubjectKind subject, String benchmark, int setters) {
    steps.add(new Step(row + " " + subject, figures ->
        keep(figures, row, subject, jmh.run(benchmark, setters, Map.of()), setters)));
  }

  private void direct() {
    for (DirectSwitch.Threads threads : DirectSwitch.Threads.values()) {
      if (threads == DirectSwitch.Threads.PLATFORM || Peers.threadsAreVirtual()) {
        single("direct/" + threads, "DirectSwitch.pingPong", Map.of("threads", threads.name()));
      }
    }
  }

  private void clocked() {
    List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseG1GC",
        "-cp", System.getProperty("java.class.path"), Clocked.class.getName());
    for (Clocked.What what : Clocked.What.values()) {
      List<String> command = new ArrayList<>(java);
      command.addAll(List.of(what.name(), effort.name()));
      steps.add(new Step(what.toString().toLowerCase(Locale.ROOT), figures ->
          FigureProgram.run(command, "", folder.resolve(what + ".log"), figures)));
    }
  }

  private void python() {
    Python.find().ifPresent(python -> steps.add(new Step("cpython", figures -> FigureProgram.run(
        List.of(python, "-", effort.name()), FigureProgram.resource("cpython.py"), folder.resolve("cpython.log"), figures))));
  }
}
