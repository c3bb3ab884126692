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
import org.openjdk.jcstress.infra.results.LZ_Result;

/*
 * A task is blocked for a limited time, which passes while a setter sets the flag. The wait returns and consumes the
 * signal, or the wait times out and the next wait gets the signal. The results are how the wait ended, and whether a
 * signal was left for the next one.
 *
 * To run it: ./fanion stress --race SetVersusLimit
 */
public class SetVersusLimit { //= CAN-5 type=test, FLG-4 type=test, FLG-10 type=test
  @Catches(
      value = "a signal that a timed-out wait consumes",
      rules = {"CAN-5", "FLG-4", "FLG-10"},
      scenario = "limit-against-set")
  @JCStressTest
  @Outcome(id = "woken, false", expect = ACCEPTABLE, desc = "The loop saw the set before the time had passed.")
  @Outcome(id = "timed-out, true", expect = ACCEPTABLE, desc = "The wait timed out; the next wait had the signal.")
  @Outcome(id = "timed-out, false", expect = FORBIDDEN, desc = "The timed-out wait consumed the signal.")
  @State
  public static class Shipped {
    private static final Pool<Limited> POOL = new Pool<>(Limited::asleep);
    private final Limited f = POOL.take();

    @Actor
    public void setter() {
      f.flag.set();
    }

    @Actor
    public void loop() {
      f.loop.runReady();
      f.now++;
      f.loop.runReady();
    }

    @Arbiter
    public void atRest(LZ_Result r) {
      f.settle();
      r.r1 = f.ended();
      r.r2 = f.isLeft();
      POOL.give(f);
    }
  }

  /** Broken: leaving a timed-out wait consumes. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "timed-out, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The set came before the timed-out wait was left, and was consumed with it.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class TimeOutConsumes extends BareFlag {
    private boolean returned;

    @Actor
    public void setter() {
      raise(RAISED);
    }

    @Actor
    public void loop() {
      returned = get(RAISED);
      lower(RAISED);
    }

    @Arbiter
    public void atRest(LZ_Result r) {
      r.r1 = returned ? "woken" : "timed-out";
      r.r2 = raised;
    }
  }
}
