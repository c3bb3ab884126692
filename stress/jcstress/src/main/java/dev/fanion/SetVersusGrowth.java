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
 * Tasks wait on 64 flags, which fill the only leaf. A wait on a 65th flag makes the tree grow by a level, while a
 * setter sets one of the 64. The setter may find no node above its leaf. Then the new top must tell the loop to look
 * below it. The results are whether the wait has returned in the round in which the tree grew, and after further
 * rounds. (Each sample takes a new loop: a tree never shrinks.)
 *
 * To run it: ./fanion stress --race SetVersusGrowth
 */
public class SetVersusGrowth { //= FLG-4 type=test, LOP-8 type=test
  @Catches(value = "a set lost while the tree of hints grows", rules = {"FLG-4", "LOP-8"})
  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The look at the new tree found the set.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The set came later, and marked leaf and top.")
  @Outcome(id = "false, false", expect = FORBIDDEN, desc = "The leaf is marked, and no node above it: the set is lost.")
  @State
  public static class Shipped {
    private final Growing f = Growing.full();

    @Actor
    public void setter() {
      f.flag.set();
    }

    @Actor
    public void loop(ZZ_Result r) {
      f.loop.runReady();
      r.r1 = f.returns > 0;
    }

    @Arbiter
    public void furtherRounds(ZZ_Result r) {
      f.settle();
      r.r2 = f.returns == 1;
    }
  }

  /** Broken: the new top is linked before it is marked. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "false, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter found no top; the loop does not look below the new one.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class NewTopIsLow extends BareFlag {
    @Actor
    public void setter() {
      raise(RAISED);
      raise(LEAF);
      if (get(REGISTERED)) { // the link to the new top
        raise(TOP);
      }
    }

    @Actor
    public void loop(ZZ_Result r) {
      raise(REGISTERED);
      r.r1 = lower(TOP) && lower(LEAF) && lower(RAISED);
    }

    @Arbiter
    public void furtherRounds(ZZ_Result r) {
      r.r2 = r.r1 || top && leaf && raised;
    }
  }
}
