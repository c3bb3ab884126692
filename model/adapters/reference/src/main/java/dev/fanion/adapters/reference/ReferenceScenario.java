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
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One scenario on the reference: each task does what the driver asks, step by step. */
final class ReferenceScenario {
  private final EventLoop loop;
  private final Driver driver;
  private final ReferenceTime time;
  private final InterruptContext interrupts;
  private final Map<String, Event> events;
  private final Map<String, ThreadSafeFlag> flags;
  private final Map<String, Task<?>> tasks = new HashMap<>();

  /** Tasks that were cancelled and have not replied since. */
  private final Set<String> cancelled = new HashSet<>();
  private boolean over;
  private boolean givenUp;

  ReferenceScenario(EventLoop loop, Cast cast, Driver driver, ReferenceTime time, InterruptContext interrupts) {
    this.loop = loop;
    this.driver = driver;
    this.time = time;
    this.interrupts = interrupts;
    events = cast.events().stream().collect(Collectors.toMap(Function.identity(), name -> new Event(loop, name)));
    flags = cast.flags().stream().collect(Collectors.toMap(Function.identity(), name -> new ThreadSafeFlag(loop, name)));
  }

  /** The main task's first step. */
  Next<@Nullable Void> main() {
    return reply(Reply.of(Cast.MAIN, Result.STARTED));
  }

  /** Tells the driver that the scenario is over, unless the driver gave it up. */
  void ended() {
    if (!givenUp) {
      driver.next(Reply.ended());
    }
  }

  /** Replies, and does what the driver asks next, until a request suspends or ends the task. */
  private Next<@Nullable Void> reply(Reply first) {
    Reply reply = first;
    while (!over) {
      Request request = driver.next(reply);
      if (request == null) {
        givenUp = true;
        return close();
      }
      Next<@Nullable Void> next = next(reply.task(), request);
      if (next != null) {
        return next;
      }
      reply = request.op() == Op.WAIT ? Reply.of(reply.task(), Result.REFUSED) : done(reply.task(), request);
    }
    return Next.end();
  }

  /** The task's next step if the request suspends or ends the task; null if it does not, or if a wait was refused. */
  private @Nullable Next<@Nullable Void> next(String task, Request request) {
    return switch (request.op()) {
      case WAIT -> await(task, request);
      case YIELD, SLEEP -> loop.sleep(Duration.ofMillis(request.millis()), then(task, Result.OK), otherwise(task));
      case STORM -> new ReferenceStorm(request, flags.get(request.name()), time,
          wakes -> reply(Reply.of(task, Result.OK, wakes))).start();
      case EXIT -> {
        over = task.equals(Cast.MAIN);
        yield Next.end();
      }
      case END -> close();
      default -> null;
    };
  }

  private Next<@Nullable Void> close() {
    over = true;
    loop.close();
    return Next.end();
  }

  private Step<@Nullable Void> then(String task, Result result) {
    return () -> reply(Reply.of(task, result));
  }

  private Otherwise<@Nullable Void> otherwise(String task) {
    return (WaitException why) -> {
      if (why instanceof CancelledException && !cancelled.remove(task)) {
        over = true; // no request did this: the loop cancels all tasks, since nothing can wake them
      }
      return reply(Reply.of(task, why instanceof CancelledException ? Result.CANCELLED : Result.TIMEOUT));
    };
  }

  /** The wait, or null if it was refused. */
  private @Nullable Next<@Nullable Void> await(String task, Request request) {
    Step<@Nullable Void> then = then(task, Result.WOKEN);
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
        return Reply.of(task, interrupts.refuses(setter(request)) ? Result.REFUSED : Result.OK);
      }
      case IS_SET -> {
        return Reply.of(task, Result.OK, events.get(request.name()).isSet());
      }
      case SET -> setter(request).run();
      case CLEAR -> clear(request);
      default -> throw new IllegalStateException("no operation of a running task: " + request);
    }
    return Reply.of(task, Result.OK);
  }

  private Task<@Nullable Void> spawn(String name) {
    return loop.spawnSteps(name, then(name, Result.STARTED));
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
