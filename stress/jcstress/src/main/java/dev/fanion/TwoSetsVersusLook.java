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
import org.openjdk.jcstress.infra.results.IZ_Result;

/*
 * Two tasks are blocked on two flags of one leaf, in a tree of two levels. One setter writes a payload and sets both
 * flags. The loop's look may find neither flag, the second only, or both. A hint still leads to each flag that the
 * look does not find. The results are the payload that the return of the flag set last saw (-1: no return in this
 * round), and whether both waits have returned once after the next rounds.
 *
 * To run it: ./fanion stress --race TwoSetsVersusLook
 */
public class TwoSetsVersusLook { //= FLG-4 type=test, FLG-11 type=test, LOP-3 type=test
  @Catches(
      value = "one of two set flags forgotten by the look; a return without its payload",
      rules = {"FLG-4", "FLG-11", "LOP-3"})
  @JCStressTest
  @Outcome(id = "-1, true", expect = ACCEPTABLE, desc = "The set of the last flag came later.")
  @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "The look found the last flag, and the payload is visible.")
  @Outcome(id = "0, true", expect = FORBIDDEN, desc = "The wait returned without the payload.")
  @Outcome(id = ".*, false", expect = FORBIDDEN, desc = "A flag is set, and no hint leads to it.")
  @State
  public static class Shipped {
    private static final Pool<Deep> POOL = new Pool<>(Deep::asleep);
    private final Deep f = POOL.take();

    public Shipped() {
      f.loop.hints.leaf().mark();
    }

    @Actor
    public void setter() {
      f.payload = 1;
      f.other.set();
      f.flag.set();
    }

    @Actor
    public void loop(IZ_Result r) {
      f.loop.runReady();
      r.r1 = f.returns > 0 ? f.seen : -1;
    }

    @Arbiter
    public void nextRound(IZ_Result r) {
      f.settle();
      r.r2 = f.returns == 1 && f.others == 1;
      POOL.give(f);
    }
  }

  /** Broken: the loop unmarks the leaf, and looks below it only until it has found one flag that is set. */
  @CaughtBy
  @JCStressTest
  @Outcome(id = ".*, false", expect = ACCEPTABLE_INTERESTING, desc = "The second flag is set, and its leaf is not marked.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class StopsAtTheFirst extends BareFlag {
    /** Whether the other flag is raised. */
    private volatile boolean other;

    @Actor
    public void setter() {
      payload = 1;
      other = true;
      raise(LEAF);
      raise(RAISED);
      raise(LEAF);
    }

    @Actor
    public void loop(IZ_Result r) {
      r.r1 = -1;
      if (lower(LEAF)) {
        if (other) {
          other = false;
        } else if (lower(RAISED)) {
          r.r1 = payload;
        }
      }
    }

    @Arbiter
    public void nextRound(IZ_Result r) {
      r.r2 = leaf || !other && !raised;
    }
  }
}
