package dev.fanion.bench;

import dev.fanion.EventLoop;
import dev.fanion.Next;
import dev.fanion.Step;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;

/** The reference's loop, which sleeps by its own parker. One task waits on the flag that is set, others wait on idle flags. */
final class ReferenceSleeper extends Sleeper {
  private final EventLoop loop = new EventLoop();
  private final ThreadSafeFlag flag = new ThreadSafeFlag(loop, "signalled");
  private final Step<Void> again = this::resumed;
  private final Thread thread;
  private volatile boolean over;

  ReferenceSleeper(int idle) {
    thread = new Thread(() -> loop.runSteps(() -> {
      for (int i = 0; i < idle; i++) {
        loop.spawnSteps(() -> new ThreadSafeFlag(loop).await(Next::end));
      }
      return loop.sleep(Duration.ZERO, () -> flag.await(again));
    }), "loop");
    thread.setDaemon(true);
    thread.start();
  }

  private Next<Void> resumed() {
    awake();
    return over ? Next.end() : flag.await(again);
  }

  @Override
  Thread thread() {
    return thread;
  }

  @Override
  void signal() {
    flag.set();
  }

  @Override
  public void close() {
    over = true;
    flag.set();
    Peers.quietly(thread::join);
  }
}
