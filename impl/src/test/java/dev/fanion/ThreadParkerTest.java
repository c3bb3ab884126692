package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadParkerTest {
  private final ThreadParker parker = new ThreadParker(this);
  private FutureTask<String> sleep;

  private Thread sleeper(Runnable body) {
    sleep = new FutureTask<>(body, "returned");
    Thread thread = new Thread(sleep, "sleeper");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void returns() throws Exception {
    assertEquals("returned", sleep.get(20, TimeUnit.SECONDS)); // if it hangs, that is the failure
  }

  private void awaitParked(Thread thread) {
    while (LockSupport.getBlocker(thread) != this) {
      assertTrue(!sleep.isDone(), "it did not park");
      Thread.onSpinWait();
    }
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  void anUnparkBeforeTheFirstParkIsKept() throws Exception {
    parker.unpark(); // which thread will park is not known yet
    sleeper(() -> parker.park(Long.MAX_VALUE));
    returns();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 3_600_000_000_000L})
  @Tag("LOP-4") //= LOP-4 type=test
  void anUnparkEndsAPark(long nanos) throws Exception {
    Thread thread = sleeper(() -> parker.park(nanos));
    awaitParked(thread);
    parker.unpark();
    returns();
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  void oneUnparkEndsOnePark() throws Exception {
    parker.unpark();
    Thread thread = sleeper(() -> {
      parker.park(Long.MAX_VALUE);
      parker.park(Long.MAX_VALUE);
    });
    awaitParked(thread);
    parker.unpark();
    returns();
  }

  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void aParkEndsWhenTheTimeHasPassed() throws Exception {
    sleeper(() -> parker.park(1));
    returns();
  }
}
