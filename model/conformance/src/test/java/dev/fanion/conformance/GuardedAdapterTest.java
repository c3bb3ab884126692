package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An adapter in this JVM cannot break the suite: each way to go wrong has its verdict, and the next scenario goes well. */
class GuardedAdapterTest {
  private static final long DEADLINE = 2_000_000_000;
  private static final Reply STARTED = Reply.of(Cast.MAIN, Result.STARTED);
  private static final Reply OK = Reply.of(Cast.MAIN, Result.OK);
  private static final Hello HELLO = new Hello("bad", "1", Set.of("event", "clock"));

  /** What goes wrong in the second scenario of an instance, after its first reply but for some. */
  enum Wrong {
    HANGS(AdapterFailure.Kind.HANG, "no reply within 2.0 s; run() is in"),
    THROWS(AdapterFailure.Kind.CRASH, "planted exception"),
    OVERFLOWS(AdapterFailure.Kind.CRASH, "StackOverflowError"),
    RETURNS(AdapterFailure.Kind.EXIT, "run() returned in the middle of a scenario"),
    SAYS_NOTHING(AdapterFailure.Kind.EXIT, "run() returned in the middle of a scenario"),
    SPEAKS_TWICE(AdapterFailure.Kind.PROTOCOL, "was said while it was the turn of another task"),
    NOBODY(AdapterFailure.Kind.PROTOCOL, "unknown task \"nobody\""),
    NULL(AdapterFailure.Kind.PROTOCOL, "what is not of the protocol"),
    CLOCK_GOES_BACK(AdapterFailure.Kind.PROTOCOL, "its clock goes backwards"),
    FAILS(AdapterFailure.Kind.ERROR, "its own words"),
    STAYS(AdapterFailure.Kind.ERROR, "the scenario is over, but run() does not return"),
    THROWS_LATE(AdapterFailure.Kind.ERROR, "the scenario is over, but run() threw");

    private final AdapterFailure.Kind kind;
    private final String words;

    Wrong(AdapterFailure.Kind kind, String words) {
      this.kind = kind;
      this.words = words;
    }
  }

  /** Answers ok to whatever is asked, until something goes wrong. */
  private static final class Bad implements Adapter {
    private final Wrong wrong;
    private final CountDownLatch spoken;
    private int scenarios;
    private long now;

    /** One that counts down when a second task has spoken. */
    Bad(Wrong wrong, CountDownLatch spoken) {
      this.wrong = wrong;
      this.spoken = spoken;
    }

    @Override
    public Hello hello() {
      return HELLO;
    }

    @Override
    public void run(Cast cast, Driver driver) throws AdapterFailure {
      boolean good = ++scenarios != 2;
      if (!good && wrong == Wrong.SAYS_NOTHING) {
        return;
      }
      Request request = driver.next(STARTED);
      while (request != null && request.op() != Op.END) {
        request = driver.next(good ? OK : goneWrong(driver));
        if (!good && wrong == Wrong.RETURNS) {
          return;
        }
      }
      driver.next(Reply.ended());
      if (!good && wrong == Wrong.STAYS) {
        sleep();
      } else if (!good && wrong == Wrong.THROWS_LATE) {
        throw new IllegalStateException("planted exception");
      }
    }

    private Reply goneWrong(Driver driver) throws AdapterFailure {
      switch (wrong) {
        case HANGS -> sleep();
        case THROWS -> throw new IllegalStateException("planted exception");
        case OVERFLOWS -> overflow(0);
        case SPEAKS_TWICE -> twice(driver);
        case FAILS -> throw new AdapterFailure(AdapterFailure.Kind.ERROR, "its own words");
        case CLOCK_GOES_BACK -> now -= 5;
        default -> { }
      }
      return wrong == Wrong.NOBODY ? Reply.of("nobody", Result.OK)
          : wrong == Wrong.NULL ? new Reply("main", null, null, Set.of()) : OK;
    }

    /** Another task speaks while main waits for its next request. */
    private void twice(Driver driver) {
      Thread main = Thread.currentThread();
      Thread other = new Thread(() -> {
        while (main.getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
        driver.next(OK);
        spoken.countDown();
      });
      other.setDaemon(true);
      other.start();
    }

    private static int overflow(int depth) {
      return overflow(depth + 1) + depth;
    }

    private static void sleep() {
      while (true) {
        LockSupport.parkNanos(Long.MAX_VALUE);
        Thread.interrupted(); // it is stuck for good
      }
    }

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public boolean realTime() {
      return false;
    }

    @Override
    public void close() {}
  }

  /** Holds a scenario of two yields and an end. */
  private static List<Reply> held(Adapter adapter) throws AdapterFailure {
    return held(adapter, new CountDownLatch(0));
  }

  /** The same, in which the answer to the second reply waits for this. */
  private static List<Reply> held(Adapter adapter, CountDownLatch spoken) throws AdapterFailure {
    List<Reply> said = new ArrayList<>();
    List<Request> requests = new ArrayList<>(List.of(Request.of(Op.YIELD), Request.of(Op.YIELD), Request.of(Op.END)));
    adapter.run(Cast.of(1, 1, 0), reply -> {
      said.add(reply);
      if (said.size() == 2) {
        await(spoken);
      }
      return reply.over() ? null : requests.remove(0);
    });
    return said;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whateverGoesWrongHasItsVerdictAndTheNextScenarioGoesWell(Wrong wrong) throws AdapterFailure {
    CountDownLatch spoken = new CountDownLatch(wrong == Wrong.SPEAKS_TWICE ? 1 : 0);
    try (Adapter adapter = new GuardedAdapter(() -> new Bad(wrong, spoken), DEADLINE)) {
      List<Reply> well = List.of(STARTED, OK, OK, Reply.ended());
      assertEquals(well, held(adapter));
      AdapterFailure failure = assertThrows(AdapterFailure.class, () -> held(adapter, spoken));

      assertEquals(wrong.kind, failure.kind(), failure.getMessage());
      assertTrue(failure.getMessage().contains(wrong.words), failure.getMessage());
      assertEquals(well, held(adapter));
    }
  }

  @Test
  void aScenarioThatIsGivenUpEndsAndIsFollowedByAnother() throws AdapterFailure {
    List<Adapter> made = new ArrayList<>();
    try (Adapter adapter = new GuardedAdapter(() -> {
      made.add(new Bad(Wrong.RETURNS, new CountDownLatch(0)));
      return made.get(made.size() - 1);
    }, DEADLINE)) {
      adapter.run(Cast.of(1, 1, 0), reply -> null);
      assertEquals(1, made.size());
      assertThrows(AdapterFailure.class, () -> held(adapter));
      assertNotNull(held(adapter));
      assertEquals(2, made.size());
      adapter.quit();
      assertNotNull(held(adapter));
      assertEquals(3, made.size());
    }
  }

  @Test
  void whatIsNeverMadeOrSaysNoHelloIsToldSo() {
    AdapterFailure none = assertThrows(AdapterFailure.class, () -> new GuardedAdapter(() -> null, DEADLINE));
    assertTrue(none.getMessage().contains("it is null"), none.getMessage());
    AdapterFailure late = assertThrows(AdapterFailure.class, () -> new GuardedAdapter(() -> {
      Bad.sleep();
      return null;
    }, DEADLINE));
    assertTrue(late.getMessage().contains("the adapter is not made within 2.0 s"), late.getMessage());
    AdapterFailure thrown = assertThrows(AdapterFailure.class, () -> new GuardedAdapter(() -> {
      throw new IllegalStateException("no board");
    }, DEADLINE));
    assertTrue(thrown.getMessage().contains("no board"), thrown.getMessage());
  }

  @Test
  void aMistakeInARuntimeIsFoundBehindTheGuardToo() throws AdapterFailure {
    Plan plan = new Plan(Profile.asyncio(), 1, 500, 1, true);
    try (ModelCache models = new ModelCache(); Adapter adapter = new GuardedAdapter(
        () -> new InJvmPlantedAdapter(Bug.TOGGLES, Sides.ASYNCIO, PlantedLoop.Notice.TURN), DEADLINE)) {
      Results results = new Suite(adapter, plan, models, Progress.none()).run();
      assertEquals(List.of(), results.errors());
      assertTrue(Bug.TOGGLES.rules().contains(results.findings().get(0).ruleNames().get(0)));
    }
  }
}
