package org.example.tiny;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Connects the tiny loop and the suite. The loop decides who runs, the suite what the running task does. */
final class TinyAdapter implements Adapter {
  private final Function<TinyLoop, TinyEvent> kind;

  TinyAdapter(Function<TinyLoop, TinyEvent> kind) {
    this.kind = kind;
  }

  @Override
  public Hello hello() {
    return new Hello("tiny loop", "1", Set.of("event", "deadlock"));
  }

  @Override
  public void run(Cast cast, Driver driver) {
    new Scenario(cast, driver).run();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public boolean realTime() {
    return true;
  }

  @Override
  public void close() {}

  /** A loop, its events, and tasks that do what they are asked. */
  private final class Scenario {
    private final TinyLoop loop = new TinyLoop();
    private final Set<String> alive = new TreeSet<>();
    private final Map<String, TinyEvent> events;
    private final Driver driver;
    private boolean over;

    Scenario(Cast cast, Driver driver) {
      this.driver = driver;
      events = cast.events().stream().collect(Collectors.toMap(name -> name, name -> kind.apply(loop)));
    }

    void run() {
      start(Cast.MAIN);
      while (!over) {
        if (!loop.runOne()) {
          over = true;
          driver.next(Reply.deadlock(alive)); // nobody is ready, and nothing can change that
        }
      }
    }

    private void start(String task) {
      alive.add(task);
      loop.call(() -> speak(Reply.of(task, Result.STARTED)));
    }

    /** The running task says how its last operation ended, and does the next one, until one suspends or ends it. */
    private void speak(Reply first) {
      Reply reply = first;
      while (reply != null) {
        Request request = driver.next(reply);
        over |= request == null; // the suite gives the scenario up
        reply = over ? null : done(reply.task(), request);
      }
    }

    /** What the task says next; null if it says nothing before its next turn. */
    private Reply done(String task, Request request) {
      TinyEvent event = events.get(request.name());
      switch (request.op()) {
        case SPAWN -> start(request.name());
        case SET -> event.set();
        case CLEAR -> event.clear();
        case IS_SET -> {
          return Reply.of(task, Result.OK, event.isSet());
        }
        case WAIT -> {
          Reply woken = Reply.of(task, Result.WOKEN);
          return event.await(() -> speak(woken)) ? woken : null;
        }
        case YIELD -> {
          loop.call(() -> speak(Reply.of(task, Result.OK)));
          return null;
        }
        case EXIT, END -> {
          alive.remove(task);
          over = task.equals(Cast.MAIN);
          if (over) {
            driver.next(Reply.ended());
          }
          return null;
        }
        default -> throw new IllegalStateException("nothing that was declared: " + request);
      }
      return Reply.of(task, Result.OK);
    }
  }
}
