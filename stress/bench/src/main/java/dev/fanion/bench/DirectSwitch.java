package dev.fanion.bench;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A turn of a direct task: from the loop to the task's thread, and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DirectSwitch {
  private static final int TURNS = 1_000;

  /** The kind of the tasks' threads. A virtual loop itself runs on a virtual thread too. */
  public enum Threads { PLATFORM, VIRTUAL, VIRTUAL_LOOP }

  @Param({"PLATFORM", "VIRTUAL", "VIRTUAL_LOOP"})
  public Threads threads;

  private int played;

  /** Two tasks that wake each other. */
  @Benchmark
  @OperationsPerInvocation(TURNS)
  public void pingPong() throws InterruptedException {
    onLoopThread(() -> {
      EventLoop loop = new EventLoop(LoopOptions.defaults().withThreads(factory(threads != Threads.PLATFORM)));
      Event ping = new Event(loop);
      Event pong = new Event(loop);
      played = 0;
      loop.run(() -> {
        loop.spawn("pong", () -> play(ping, pong));
        loop.sleep(Duration.ZERO);
        ping.set();
        play(pong, ping);
      });
      if (played < TURNS) {
        throw new IllegalStateException(played + " turns, not " + TURNS);
      }
    });
  }

  private void play(Event mine, Event other) {
    while (played < TURNS) {
      mine.await();
      mine.clear();
      played++;
      other.set();
    }
  }

  private void onLoopThread(Runnable run) throws InterruptedException {
    if (threads == Threads.VIRTUAL_LOOP) {
      Thread thread = factory(true).newThread(run);
      thread.start();
      thread.join();
    } else {
      run.run();
    }
  }

  static ThreadFactory factory(boolean virtual) {
    return virtual ? LoopOptions.defaults().threads() : body -> {
      Thread thread = new Thread(body);
      thread.setDaemon(true);
      return thread;
    };
  }
}
