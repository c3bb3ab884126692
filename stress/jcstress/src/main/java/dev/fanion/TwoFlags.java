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
import org.openjdk.jcstress.infra.results.ZZZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/*
 * Two tasks are blocked on two flags of one leaf, in a tree of two levels, and the loop is asleep. Each flag has a
 * setter of its own. When a setter has returned, everything is in place that wakes the loop for its flag. The results
 * are what each setter found after its set(), and whether both waits then returned exactly once.
 *
 * To run it: ./fanion stress --race TwoFlags
 */
public class TwoFlags { //= FLG-2 type=test, FLG-4 type=test, LOP-8 type=test
  @Catches(
      value = "a setter that relies on one of another flag, which has not finished",
      rules = {"FLG-2", "FLG-4", "LOP-8"})
  @JCStressTest
  @Outcome(id = "true, true, true", expect = ACCEPTABLE, desc = "Each setter has done all that is needed.")
  @Outcome(
      id = {"false, .*", ".*, false, .*"},
      expect = FORBIDDEN,
      desc = "A setter returned and relied on the other to do the rest.")
  @Outcome(id = ".*, .*, false", expect = FORBIDDEN, desc = "A wait did not return, or twice.")
  @State
  public static class Shipped {
    private static final Pool<Deep> POOL = new Pool<>(Deep::asleep);
    private final Deep f = POOL.take();

    @Actor
    public void first(ZZZ_Result r) {
      f.flag.set();
      r.r1 = f.wakes(f.flag);
    }

    @Actor
    public void second(ZZZ_Result r) {
      f.other.set();
      r.r2 = f.wakes(f.other);
    }

    @Arbiter
    public void once(ZZZ_Result r) {
      f.settle();
      r.r3 = f.returns == 1 && f.others == 1;
      POOL.give(f);
    }
  }

  /** Broken: a setter that finds the leaf marked goes no further up. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = {"false, true", "true, false"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter relied on the other, which had not marked the top yet.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class StopsAtMarkedLeaf extends BareFlag {
    @Actor
    public void first(ZZ_Result r) {
      r.r1 = raise();
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = raise();
    }

    private boolean raise() {
      if (!get(LEAF)) {
        raise(LEAF);
        raise(TOP);
      }
      return get(TOP);
    }
  }
}
