package dev.fanion.storms;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Task;
import dev.fanion.TaskFailedException;
import dev.fanion.ThreadSafeFlag;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/** Tasks that end with an exception or an error, thrown by hand or by the JVM. Only the awaiter or the reporter gets it. */
final class ThrowingTasks {
  /** Bodies of tasks that throw, by the type that must arrive. */
  private static final Map<Class<? extends Throwable>, List<Callable<Object>>> FAULTS = new LinkedHashMap<>();

  static {
    FAULTS.put(IOException.class, List.of(() -> {
      throw new IOException("by hand");
    }));
    FAULTS.put(ArithmeticException.class, List.of(() -> 1 / Integer.parseInt("0")));
    FAULTS.put(OutOfMemoryError.class, List.of(() -> {
      throw new OutOfMemoryError("by hand");
    }, () -> new long[Integer.MAX_VALUE][]));
    FAULTS.put(StackOverflowError.class, List.of(() -> {
      throw new StackOverflowError("by hand");
    }, () -> deep(0)));
  }

  private final List<String> reported = new ArrayList<>();
  private final EventLoop loop;
  private final ThreadSafeFlag flag;
  private final ThreadSafeFlag other;
  private final boolean direct;

  private ThrowingTasks(boolean direct, BiConsumer<List<String>, String> reporter) {
    this.direct = direct;
    loop = new EventLoop(LoopOptions.defaults().withErrors((task, error) -> reporter.accept(reported, task.name())));
    flag = new ThreadSafeFlag(loop, "flag");
    other = new ThreadSafeFlag(loop, "other");
  }

  private static int deep(int depth) {
    return depth + deep(depth + 1);
  }

  /** The shipped loop. */
  static Verdict ofShipped() {
    return trial(List::add, false);
  }

  /** Broken: an unretrieved error is reported to nobody. */
  static Verdict withoutReport() {
    return trial((list, name) -> { }, false);
  }

  /** Broken: a task keeps its error to itself. */
  static Verdict swallowed() {
    return trial(List::add, true);
  }

  private static Verdict trial(BiConsumer<List<String>, String> reporter, boolean swallows) {
    int tried = 0;
    for (var fault : FAULTS.entrySet()) {
      for (Callable<Object> body : fault.getValue()) {
        for (boolean direct : new boolean[] {true, false}) {
          tried++;
          ThrowingTasks tasks = new ThrowingTasks(direct, reporter);
          String wrong = tasks.loop.run(() -> tasks.round(fault.getKey(), swallows ? () -> null : body));
          if (wrong.isEmpty() && !tasks.reported.equals(List.of("unretrieved"))) {
            wrong = "reported were " + tasks.reported;
          }
          if (!wrong.isEmpty()) {
            return Verdict.bad(tried, wrong + " (" + fault.getKey().getSimpleName() + ", direct: " + direct + ")");
          }
        }
      }
    }
    return Verdict.clean(tried);
  }

  private String round(Class<? extends Throwable> expected, Callable<Object> body) {
    Task<?> bystander = loop.spawnSteps("bystander", () -> other.await(Next::end));
    Task<?> awaited = victim("awaited", body);
    flag.set();
    try {
      awaited.await();
      return "the awaiter was told nothing";
    } catch (TaskFailedException told) {
      if (!expected.isInstance(told.getCause())) {
        return "the awaiter was told of " + told.getCause();
      }
    }
    Task<?> unretrieved = victim("unretrieved", body);
    flag.set();
    while (!unretrieved.isDone()) {
      loop.sleep(Duration.ZERO);
    }
    Task<?> next = loop.spawnSteps("next", () -> flag.await(Next::end));
    loop.sleep(Duration.ZERO);
    flag.set();
    next.await();
    other.set();
    bystander.await();
    return "";
  }

  private Task<?> victim(String name, Callable<Object> body) {
    return direct
        ? loop.spawn(name, () -> {
          flag.await();
          return body.call();
        })
        : loop.spawnSteps(name, () -> flag.await(() -> Next.end(body.call())));
  }
}
