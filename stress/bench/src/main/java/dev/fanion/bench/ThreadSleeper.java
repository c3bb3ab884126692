package dev.fanion.bench;

/** A thread that blocks again and again, in a call that the subclass chooses. */
abstract class ThreadSleeper extends Sleeper {
  private final Thread thread = new Thread(() -> Peers.quietly(this::run), "sleeper");
  volatile boolean over;

  /** Starts the thread. Subclasses call it at the end of their constructors. */
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

  /** Blocks until the sleeper is signalled. */
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
