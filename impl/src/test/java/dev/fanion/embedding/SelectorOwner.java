package dev.fanion.embedding;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Parker;
import dev.fanion.ThreadSafeFlag;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

// [selector
/** One thread for a selector and a loop: it gives the loop's tasks their turns, and sleeps in the selector. */
final class SelectorOwner {
  final EventLoop loop;
  private final Selector selector;

  SelectorOwner(Selector selector) {
    this.selector = selector;
    // a set flag wakes the selector; if the owner does not select just then, its next select returns at once
    loop = new EventLoop(LoopOptions.defaults().withTime(System::nanoTime, Parker.withWakeup(selector::wakeup)));
  }

  /** Runs until the main task, which was started, has ended. An interrupt of the thread closes the loop. */
  void run() throws IOException {
    for (long due = loop.runReady(); due >= 0; due = loop.runReady()) {
      if (due == 0) {
        selector.selectNow(); // tasks are ready
      } else {
        selector.select(due == Long.MAX_VALUE ? 0 : 1 + due / 1_000_000); // 0 is for ever
      }
      for (SelectionKey key : selector.selectedKeys()) {
        key.interestOpsAnd(~key.readyOps()); // once for each wait
        ((ThreadSafeFlag) key.attachment()).set();
      }
      selector.selectedKeys().clear();
      if (Thread.currentThread().isInterrupted()) {
        loop.close();
      }
    }
  }

  /** The channel's key, with a flag for one task that waits on the channel. */
  SelectionKey register(SelectableChannel channel, String name) throws IOException {
    channel.configureBlocking(false);
    return channel.register(selector, 0, new ThreadSafeFlag(loop, name));
  }

  /** Blocks the calling task until the channel may be ready for the operation. It may not be: try, and wait again. */
  static void await(SelectionKey key, int operation) {
    key.interestOpsOr(operation);
    ((ThreadSafeFlag) key.attachment()).await();
  }
}
// selector]
