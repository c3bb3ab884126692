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
import org.openjdk.jcstress.infra.results.ZZI_Result;

/*
 * A task is blocked. Another task clears the flag once, while a setter writes a payload and sets the flag. The clear
 * may take the signal back. It does not take back a wake, and a return sees the payload. The results are whether the
 * wait has returned, whether a signal is left, and the payload that the return saw (1 if there was no return).
 *
 * To run it: ./fanion stress --race SetVersusClearedWait
 */
public class SetVersusClearedWait { //= FLG-8 type=test, FLG-11 type=test
  @Catches(
      value = "a wake that clear() takes back half; a return without its payload",
      rules = {"FLG-8", "FLG-11"},
      scenario = "clear-against-set")
  @JCStressTest
  @Outcome(
      id = "true, false, 1",
      expect = ACCEPTABLE,
      desc = "The wait returned: the loop had acted on the signal, or the set came after the clear.")
  @Outcome(id = "false, false, 1", expect = ACCEPTABLE, desc = "The signal was taken back.")
  @Outcome(id = "false, true, 1", expect = FORBIDDEN, desc = "The signal is there, and the task blocked.")
  @Outcome(id = "true, false, 0", expect = FORBIDDEN, desc = "The wait returned without the payload.")
  @State
  public static class Shipped {
    private static final Pool<ClearedWait> POOL = new Pool<>(ClearedWait::ready);
    private final ClearedWait f = POOL.take();

    public Shipped() {
      f.due = true;
    }

    @Actor
    public void setter() {
      f.payload = 1;
      f.flag.set();
    }

    @Actor
    public void loop() {
      f.loop.runReady();
    }

    @Arbiter
    public void atRest(ZZI_Result r) {
      f.settle();
      r.r1 = f.returns == 1;
      r.r2 = Shared.raised(f.flag);
      r.r3 = f.returns == 0 ? 1 : f.seen;
      POOL.give(f);
    }
  }

  /** Broken: the clear lowers the flag, and then unmarks the hint as well. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "false, true, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The set came between the two, and no hint leads to it.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class LowersTheHint extends BareFlag {
    @Actor
    public void setter() {
      raise(RAISED);
      raise(LEAF);
    }

    @Actor
    public void loop() {
      lower(RAISED);
      lower(LEAF);
    }

    @Arbiter
    public void atRest(ZZI_Result r) {
      r.r1 = raised && leaf;
      r.r2 = raised && !leaf;
      r.r3 = 1;
    }
  }
}
