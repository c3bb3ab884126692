package dev.fanion;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.fanion.races.Catches;
import dev.fanion.races.CaughtBy;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/*
 * A task is blocked on a flag, and the loop has nothing to do. A set() comes as the loop goes to sleep. Either the
 * loop sees the signal and does not sleep, or the setter sees the loop asleep and wakes it, or both. If neither
 * happens, the loop sleeps for ever. The results are whether the loop slept without having seen the signal, and
 * whether it was woken.
 *
 * To run it: ./fanion stress --race SetVersusSleep
 */
public class SetVersusSleep { //= LOP-4 type=test, FLG-4 type=test
  @Catches(
      value = "a wake-up lost between the last look and the sleep",
      rules = {"LOP-4", "FLG-4"},
      scenario = "sleep-against-set")
  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "The loop saw the signal before it said that it sleeps.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "Each saw the other.")
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The setter saw the loop asleep and woke it.")
  @Outcome(id = "true, false", expect = FORBIDDEN, desc = "Neither saw the other: the wake-up is lost.")
  @State
  public static class Shipped {
    private static final Pool<Fixture> POOL = new Pool<>(Fixture::asleep);
    private final Fixture f = POOL.take();

    @Actor
    public void setter() {
      f.flag.set();
    }

    @Actor
    public void loop(ZZ_Result r) {
      r.r1 = f.loop.runReady() > 0 && f.returns == 0;
    }

    @Arbiter
    public void woken(ZZ_Result r) {
      r.r2 = f.parker.unparked;
      f.settle();
      POOL.give(f);
    }
  }

  /** Broken: both sides write with release, then read with acquire. Nothing keeps the read behind the write. */
  @CaughtBy
  @JCStressTest
  @Outcome(id = "true, false", expect = ACCEPTABLE_INTERESTING, desc = "Both reads overtook the writes before them.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class Released extends BareFlag {
    @Actor
    public void setter() {
      RAISED.setRelease(this, true);
      unparked = (boolean) ASLEEP.getAcquire(this);
    }

    @Actor
    public void loop(ZZ_Result r) {
      ASLEEP.setRelease(this, true);
      r.r1 = !(boolean) RAISED.getAcquire(this);
    }

    @Arbiter
    public void woken(ZZ_Result r) {
      r.r2 = unparked;
    }
  }

  /** Broken: the same of the setter only. */
  @CaughtBy
  @JCStressTest
  @Outcome(id = "true, false", expect = ACCEPTABLE_INTERESTING, desc = "The setter's read overtook its write.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class SetterReleased extends BareFlag {
    @Actor
    public void setter() {
      RAISED.setRelease(this, true);
      unparked = (boolean) ASLEEP.getAcquire(this);
    }

    @Actor
    public void loop(ZZ_Result r) {
      ASLEEP.setVolatile(this, true);
      r.r1 = !(boolean) RAISED.getVolatile(this);
    }

    @Arbiter
    public void woken(ZZ_Result r) {
      r.r2 = unparked;
    }
  }

  /** Broken: the same of the loop only. */
  @CaughtBy
  @JCStressTest
  @Outcome(id = "true, false", expect = ACCEPTABLE_INTERESTING, desc = "The loop's read overtook its write.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class LoopReleased extends BareFlag {
    @Actor
    public void setter() {
      RAISED.setVolatile(this, true);
      unparked = (boolean) ASLEEP.getVolatile(this);
    }

    @Actor
    public void loop(ZZ_Result r) {
      ASLEEP.setRelease(this, true);
      r.r1 = !(boolean) RAISED.getAcquire(this);
    }

    @Arbiter
    public void woken(ZZ_Result r) {
      r.r2 = unparked;
    }
  }
}
