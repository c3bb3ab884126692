package dev.fanion.adapters.reference;

import dev.fanion.CancelledException;
import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.Next;
import dev.fanion.Otherwise;
import dev.fanion.Step;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import dev.fanion.WaitException;
import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Dialogue;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One scenario on the reference: each task does what the dialogue tells it, step by step. */
final class ReferenceScenario {
  private final EventLoop loop;
  private final Dialogue dialogue;
  private final ReferenceTime time;
  private final InterruptContext interrupts;
  private final Map<String, Event> events;
  private final Map<String, ThreadSafeFlag> flags;
  private final Map<String, Task<?>> tasks = new HashMap<>();
  /** Tasks that were cancelled and have not spoken since. */
  private final Set<String> cancelled = new HashSet<>();
  private boolean over;
  private boolean givenUp;

  ReferenceScenario(EventLoop loop, Begin begin, Dialogue dialogue, ReferenceTime time, InterruptContext interrupts) {
    this.loop = loop;
    this.dialogue = dialogue;
    this.time = time;
    this.interrupts = interrupts;
    events = begin.events().stream().collect(Collectors.toMap(Function.identity(), name -> new Event(loop, name)));
    flags = begin.flags().stream().collect(Collectors.toMap(Function.identity(), name -> new ThreadSafeFlag(loop, name)));
  }

  /** The main task's first step. */
  Next<@Nullable Void> main() {
    return speak(Reply.of(Begin.MAIN, "started"));
  }

  /** The run is over: says so, unless the dialogue gave it up. */
  void ended() {
    if (!givenUp) {
      dialogue.next(Reply.ended());
    }
  }

  /** Says how the running task's operation ended, and does what it is told next, until that suspends the task. */
  private Next<@Nullable Void> speak(Reply first) {
    Reply reply = first;
    while (!over) {
      Request request = dialogue.next(reply);
      if (request == null) {
        givenUp = true;
        return close();
      }
      String task = reply.task();
      switch (request.op()) {
        case WAIT -> {
          Next<@Nullable Void> next = await(task, request);
          if (next != null) {
            return next;
          }
          reply = Reply.of(task, "refused");
        }
        case YIELD, SLEEP -> {
          return loop.sleep(Duration.ofMillis(request.millis()), then(task, "ok"), otherwise(task));
        }
        case EXIT -> {
          over = task.equals(Begin.MAIN);
          return Next.end();
        }
        case END -> {
          return close();
        }
        case STORM -> {
          ThreadSafeFlag flag = flags.get(request.name());
          return new ReferenceStorm(request, flag, time, wakes -> speak(Reply.of(task, "ok", wakes))).start();
        }
        default -> reply = done(task, request);
      }
    }
    return Next.end();
  }

  private Next<@Nullable Void> close() {
    over = true;
    loop.close();
    return Next.end();
  }

  private Step<@Nullable Void> then(String task, String result) {
    return () -> speak(Reply.of(task, result));
  }

  private Otherwise<@Nullable Void> otherwise(String task) {
    return (WaitException why) -> {
      if (why instanceof CancelledException && !cancelled.remove(task)) {
        over = true; // nobody asked for this: the loop is ending all tasks, as nothing could ever wake them
      }
      return speak(Reply.of(task, why instanceof CancelledException ? "cancelled" : "timeout"));
    };
  }

  /** Null where the wait was refused. */
  private @Nullable Next<@Nullable Void> await(String task, Request request) {
    Step<@Nullable Void> then = then(task, "woken");
    Otherwise<@Nullable Void> or = otherwise(task);
    Duration limit = Duration.ofMillis(request.millis());
    if (request.on() == Request.Kind.EVENT) {
      Event event = events.get(request.name());
      return request.limited() ? event.await(limit, then, or) : event.await(then, or);
    }
    ThreadSafeFlag flag = flags.get(request.name());
    try {
      return request.limited() ? flag.await(limit, then, or) : flag.await(then, or);
    } catch (IllegalStateException secondWaiter) {
      return null;
    }
  }

  private Reply done(String task, Request request) {
    switch (request.op()) {
      case SPAWN -> tasks.put(request.name(), spawn(request.name()));
      case CANCEL -> {
        cancelled.add(request.name());
        tasks.get(request.name()).cancel();
      }
      case HOG -> time.hog(request.millis() * 1_000_000L);
      case ARM -> time.arm(() -> interrupts.refuses(flags.get(request.name())::set), request.millis() * 1_000_000L);
      case INTERRUPT -> {
        return Reply.of(task, interrupts.refuses(setter(request)) ? "refused" : "ok");
      }
      case IS_SET -> {
        return Reply.of(task, "ok", events.get(request.name()).isSet());
      }
      case SET -> setter(request).run();
      case CLEAR -> clear(request);
      default -> throw new IllegalStateException("no operation of a running task: " + request);
    }
    return Reply.of(task, "ok");
  }

  private Task<@Nullable Void> spawn(String name) {
    return loop.spawnSteps(name, then(name, "started"));
  }

  private Runnable setter(Request request) {
    return request.on() == Request.Kind.EVENT ? events.get(request.name())::set : flags.get(request.name())::set;
  }

  private void clear(Request request) {
    if (request.on() == Request.Kind.EVENT) {
      events.get(request.name()).clear();
    } else {
      flags.get(request.name()).clear();
    }
  }
}
