package dev.fanion.bench;

/** A thread that blocks, again and again, in what the subclass says. */
abstract class ThreadSleeper extends Sleeper {
  private final Thread thread = new Thread(() -> Peers.quietly(this::run), "sleeper");
  volatile boolean over;

  /** To be called at the end of the constructor. */
  final void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void run() throws Exception {
    while (!over) {
      sleep();
      awake();
    }
  }

  /** Returns when it was signalled. */
  abstract void sleep() throws Exception;

  @Override
  Thread thread() {
    return thread;
  }

  @Override
  public void close() {
    over = true;
    signal();
    Peers.quietly(thread::join);
  }
}
