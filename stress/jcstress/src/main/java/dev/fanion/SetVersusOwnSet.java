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
import org.openjdk.jcstress.infra.results.IZI_Result;

/*
 * A task waits again and again. The loop's own thread sets the flag and runs, while another thread writes a payload
 * and sets the same flag. The two sets coalesce, or each ends a wait. Whichever signal is absorbed, its payload is
 * seen. The results are how often the wait has returned, whether a signal is left, and the payload that the first
 * return saw.
 *
 * To run it: ./fanion stress --race SetVersusOwnSet
 */
public class SetVersusOwnSet { //= FLG-2 type=test, FLG-5 type=test, FLG-6 type=test, FLG-11 type=test
  @Catches(
      value = "the payload of one of two setters lost when their sets coalesce",
      rules = {"FLG-2", "FLG-5", "FLG-6", "FLG-11"},
      scenario = "two-setters-against-wait")
  @JCStressTest
  @Outcome(id = "2, false, 0", expect = ACCEPTABLE, desc = "The other set came later and ended the next wait.")
  @Outcome(
      id = "2, false, 1",
      expect = ACCEPTABLE,
      desc = "The other set ended the next wait; or a racy read saw the payload early.")
  @Outcome(id = "1, false, 1", expect = ACCEPTABLE, desc = "The sets coalesced and the payload is visible.")
  @Outcome(id = "1, false, 0", expect = FORBIDDEN, desc = "The other set was swallowed: signal and payload lost.")
  @State
  public static class Shipped {
    private static final Pool<Fixture> POOL = new Pool<>(Fixture::asleep);
    private final Fixture f = POOL.take();

    @Actor
    public void setter() {
      f.payload = 1;
      f.flag.set();
    }

    @Actor
    public void loop() {
      f.flag.set();
      f.loop.runReady();
    }

    @Arbiter
    public void atRest(IZI_Result r) {
      f.settle();
      r.r1 = f.returns;
      r.r2 = Shared.raised(f.flag);
      r.r3 = f.seen;
      POOL.give(f);
    }
  }

  /** Broken: a setter that finds the flag set does not write. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "1, false, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The other setter relied on a signal that was being consumed, before its payload was seen.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class SkippedWrite extends BareFlag {
    @Actor
    public void setter() {
      payload = 1;
      if (!get(RAISED)) {
        raise(RAISED);
      }
    }

    @Actor
    public void loop() {
      raise(RAISED);
      if (lower(RAISED)) {
        seen = payload;
      }
    }

    @Arbiter
    public void atRest(IZI_Result r) {
      r.r1 = raised ? 2 : 1;
      r.r2 = false;
      r.r3 = seen;
    }
  }
}
