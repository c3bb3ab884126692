package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ThreadParkerTest {
  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  void anUnparkBeforeTheFirstParkIsKept() throws Exception {
    ThreadParker parker = new ThreadParker(this);
    parker.unpark(); // which thread will park is not known yet
    FutureTask<String> sleeper = new FutureTask<>(() -> parker.park(Long.MAX_VALUE), "returned");
    Thread thread = new Thread(sleeper, "sleeper");
    thread.setDaemon(true);
    thread.start();
    assertEquals("returned", sleeper.get(10, TimeUnit.SECONDS)); // if it hangs, that is the failure
  }
}
