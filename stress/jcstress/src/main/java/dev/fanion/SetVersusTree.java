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
 * As SetVersusLook, with a flag in the second leaf of a tree of two levels, whose top is marked in vain. The setter
 * raises the flag, then marks the leaf, then the top. The loop unmarks the top and looks below it, then unmarks the
 * leaf and looks below that. The results are the payload that the return saw (-1: no return in this round), and
 * whether the wait has returned after the next rounds.
 *
 * To run it: ./fanion stress --race SetVersusTree
 */
public class SetVersusTree { //= FLG-4 type=test, FLG-11 type=test, LOP-8 type=test
  @Catches(value = "a set lost between the levels of the tree of hints", rules = {"FLG-4", "FLG-11", "LOP-8"})
  @JCStressTest
  @Outcome(id = "-1, true", expect = ACCEPTABLE, desc = "The set came later, and left its hint.")
  @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "The look found the set, and the payload is visible.")
  @Outcome(id = "0, true", expect = FORBIDDEN, desc = "The wait returned without the payload.")
  @Outcome(
      id = "-1, false",
      expect = FORBIDDEN,
      desc = "The look unmarked the hint and did not see the flag raised: the set is lost.")
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
      r.r2 = f.returns == 1;
      POOL.give(f);
    }
  }

  /** Broken: the setter marks the top before the leaf. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "-1, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The loop unmarked the top, and found the leaf not marked yet.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class TopFirst extends BareFlag {
    public TopFirst() {
      top = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      raise(RAISED);
      raise(TOP);
      raise(LEAF);
    }

    @Actor
    public void loop(IZ_Result r) {
      r.r1 = lower(TOP) && lower(LEAF) && get(RAISED) ? payload : -1;
    }

    @Arbiter
    public void nextRound(IZ_Result r) {
      r.r2 = r.r1 >= 0 || top && leaf && raised;
    }
  }

  /** Broken: the loop unmarks the leaf by a release store, which its read of the flag may overtake. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "-1, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The leaf was unmarked after the setter had marked it; the flag was read before.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class LowersLeafByRelease extends BareFlag {
    public LowersLeafByRelease() {
      top = true;
      leaf = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      raise(RAISED);
      raise(LEAF);
      raise(TOP);
    }

    @Actor
    public void loop(IZ_Result r) {
      r.r1 = -1;
      if (lower(TOP) && get(LEAF)) {
        LEAF.setRelease(this, false);
        r.r1 = get(RAISED) ? payload : -1;
      }
    }

    @Arbiter
    public void nextRound(IZ_Result r) {
      r.r2 = r.r1 >= 0 || top && leaf && raised;
    }
  }
}
