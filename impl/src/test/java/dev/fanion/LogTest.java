package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes to the logger: errors when there is no other handler, or when the handler fails. */
class LogTest {
  private final Logger logger = Logger.getLogger("dev.fanion");
  private final List<LogRecord> records = new ArrayList<>();
  private final VirtualTime time = new VirtualTime();
  private final LoopOptions options = LoopOptions.defaults().withTime(time, time);

  @BeforeEach
  void listen() {
    logger.setFilter(record -> !records.add(record)); // keeps it, and prints nothing
  }

  @AfterEach
  void leave() {
    logger.setFilter(null);
  }

  private static void failIn(EventLoop loop) {
    loop.runSteps(() -> {
      loop.spawnSteps("a", () -> {
        throw new IOException("oh");
      });
      return loop.sleep(World.ms(1), Next::end);
    });
  }

  private LogRecord logged() {
    assertEquals(1, records.size());
    assertEquals(Level.SEVERE, records.get(0).getLevel());
    assertEquals("Nobody awaited Task a [ended with java.io.IOException: oh]", records.get(0).getMessage());
    return records.get(0);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void anErrorThatNobodyAwaitedIsLoggedByDefault() {
    failIn(new EventLoop(options));
    assertEquals("oh", logged().getThrown().getMessage());
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void anErrorWhoseHandlerFailsIsLoggedWithTheHandlersOwn() {
    BiConsumer<Task<?>, Throwable> broken = (task, error) -> {
      throw new ArithmeticException("in the handler");
    };
    failIn(new EventLoop(options.withErrors(broken)));
    assertEquals("in the handler", logged().getThrown().getSuppressed()[0].getMessage());
  }
}
