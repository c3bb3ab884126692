package dev.fanion.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanion.Next;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A selector's loop owns ours: a set flag wakes the selector, and a readable channel sets a flag. */
@Timeout(60) // if a wake-up is lost, the timeout interrupts the owner, which closes the loop
class SelectorOwnerTest {
  private final List<String> log = new ArrayList<>();
  private Selector selector;
  private SelectorOwner owner;
  private ThreadSafeFlag pressed;
  private Pipe pipe;
  private SelectionKey key;

  @BeforeEach
  void open() throws IOException {
    selector = Selector.open();
    owner = new SelectorOwner(selector);
    pressed = new ThreadSafeFlag(owner.loop, "pressed");
    pipe = Pipe.open();
    key = owner.register(pipe.source(), "readable");
  }

  @AfterEach
  void close() throws IOException {
    pipe.source().close();
    pipe.sink().close();
    selector.close();
  }

  /** Reads up to the channel's end. */
  private String read() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(16);
    while (pipe.source().read(buffer) >= 0) {
      SelectorOwner.await(key, SelectionKey.OP_READ);
    }
    return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
  }

  private void write(String text) {
    try {
      pipe.sink().write(StandardCharsets.UTF_8.encode(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  @Tag("PRG-4") //= PRG-4 type=test
  void tasksWaitForThreadsAndForChannels() throws Exception {
    Task<String> main = owner.loop.start(() -> {
      pressed.await();
      log.add("pressed");
      owner.loop.spawn("writer", () -> {
        write("hel");
        owner.loop.sleep(Duration.ofNanos(1));
        write("lo");
        pipe.sink().close();
      });
      return read();
    });
    new Thread(pressed::set).start();
    owner.run();
    assertEquals("hello", main.result());
    assertEquals(List.of("pressed"), log);
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  void theSameWithoutAThreadForEachTask() throws Exception {
    ThreadSafeFlag readable = (ThreadSafeFlag) key.attachment();
    Task<String> main = owner.loop.startSteps(() -> pressed.await(() -> {
      key.interestOps(SelectionKey.OP_READ);
      return readable.await(() -> Next.end("read " + pipe.source().read(ByteBuffer.allocate(9))));
    }));
    Thread elsewhere = new Thread(() -> {
      pressed.set();
      write("hello");
    });
    elsewhere.start();
    owner.run();
    assertEquals("read 5", main.result());
  }

  /** The selector sleeps as long as the loop is idle; a channel that stays readable does not keep the selector busy. */
  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void theSelectorSleepsUntilTheLoopIsDue() throws Exception {
    write("never read");
    Task<String> main = owner.loop.start(() -> {
      SelectorOwner.await(key, SelectionKey.OP_READ);
      owner.loop.sleep(Duration.ofMillis(1));
      return "slept";
    });
    owner.run();
    assertEquals("slept", main.result());
    assertEquals(0, key.interestOps());
  }
}
