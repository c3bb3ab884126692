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
 * A task is blocked. Another task cancels its wait while a setter sets the flag. The wait returns and consumes the
 * signal, or the wait ends as cancelled and the next wait gets the signal. The results are how the wait ended, and
 * whether a signal was left for the next one.
 *
 * To run it: ./fanion stress --race SetVersusCancel
 */
public class SetVersusCancel { //= CAN-1 type=test, CAN-2 type=test, FLG-4 type=test, FLG-10 type=test
  @Catches(
      value = "a signal that a cancelled wait consumes, or a second one that it makes",
      rules = {"CAN-1", "CAN-2", "FLG-4", "FLG-10"},
      scenario = "cancel-against-set")
  @JCStressTest
  @Outcome(id = "woken, false", expect = ACCEPTABLE, desc = "The wait returned before the cancellation.")
  @Outcome(id = "cancelled, true", expect = ACCEPTABLE, desc = "The wait was cancelled; the next wait had the signal.")
  @Outcome(id = "cancelled, false", expect = FORBIDDEN, desc = "The cancelled wait consumed the signal.")
  @State
  public static class Shipped {
    private static final Pool<Cancelling> POOL = new Pool<>(Cancelling::asleep);
    private final Cancelling f = POOL.take();

    public Shipped() {
      f.poke.set();
    }

    @Actor
    public void setter() {
      f.flag.set();
    }

    @Actor
    public void loop() {
      f.loop.runReady();
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

  /** Broken: leaving a cancelled wait consumes. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "cancelled, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The set came before the cancelled wait was left, and was consumed with it.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class CancelConsumes extends BareFlag {
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
      r.r1 = returned ? "woken" : "cancelled";
      r.r2 = raised;
    }
  }
}
