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
 * A task is blocked, and its leaf in the tree of hints was marked by another set or in vain. A set(), with a payload
 * before it, races with the loop's look, which unmarks the leaf and then reads the flags below. The set leaves the leaf
 * as it is if it finds the leaf still marked. Either the look finds the flag raised, or the leaf is marked after the
 * look. The results are the payload that the return saw (-1: no return in this round), and whether the wait has
 * returned after the next rounds.
 *
 * To run it: ./fanion stress --race SetVersusLook
 */
public class SetVersusLook { //= FLG-4 type=test, FLG-11 type=test, LOP-3 type=test
  @Catches(value = "a set lost between hint and flag; a return without its payload", rules = {"FLG-4", "FLG-11", "LOP-3"})
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
    private static final Pool<Fixture> POOL = new Pool<>(Fixture::asleep);
    private final Fixture f = POOL.take();

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

  /** Broken: the loop looks below the hint before it unmarks it. */
  @CaughtBy
  @JCStressTest
  @Outcome(id = "-1, false", expect = ACCEPTABLE_INTERESTING, desc = "The set came between the look and the unmarking.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class LooksThenLowers extends BareFlag {
    public LooksThenLowers() {
      leaf = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      raise(RAISED);
      raise(LEAF);
    }

    @Actor
    public void loop(IZ_Result r) {
      r.r1 = get(RAISED) ? payload : -1;
      LEAF.setVolatile(this, false);
    }

    @Arbiter
    public void nextRound(IZ_Result r) {
      r.r2 = r.r1 >= 0 || leaf && raised;
    }
  }

  /** Broken: the loop unmarks the hint by a release store, which its read of the flag may overtake. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "-1, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The hint was unmarked after the setter had marked it; the flag was read before.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class LowersByRelease extends BareFlag {
    public LowersByRelease() {
      leaf = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      raise(RAISED);
      raise(LEAF);
    }

    @Actor
    public void loop(IZ_Result r) {
      LEAF.setRelease(this, false);
      r.r1 = get(RAISED) ? payload : -1;
    }

    @Arbiter
    public void nextRound(IZ_Result r) {
      r.r2 = r.r1 >= 0 || leaf && raised;
    }
  }

  /** Broken: the setter marks the hint before it raises the flag. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "-1, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The loop unmarked the hint and looked before the flag was raised.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class HintBeforeRaise extends BareFlag {
    public HintBeforeRaise() {
      leaf = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      raise(LEAF);
      raise(RAISED);
    }

    @Actor
    public void loop(IZ_Result r) {
      r.r1 = -1;
      if (lower(LEAF)) {
        r.r1 = get(RAISED) ? payload : -1;
      }
    }

    @Arbiter
    public void nextRound(IZ_Result r) {
      r.r2 = r.r1 >= 0 || leaf && raised;
    }
  }

  /** Broken: the setter raises the flag by a release store, which its read of the hint may overtake. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "-1, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter found the hint marked, and the loop unmarked it and looked before the flag was raised.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class RaisesByRelease extends BareFlag {
    public RaisesByRelease() {
      leaf = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      RAISED.setRelease(this, true);
      if (!get(LEAF)) {
        raise(LEAF);
      }
    }

    @Actor
    public void loop(IZ_Result r) {
      r.r1 = -1;
      if (lower(LEAF)) {
        r.r1 = get(RAISED) ? payload : -1;
      }
    }

    @Arbiter
    public void nextRound(IZ_Result r) {
      r.r2 = r.r1 >= 0 || leaf && raised;
    }
  }

  /** Broken: the setter reads the hint before it raises the flag. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "-1, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter found the hint marked, and the loop unmarked it and looked before the flag was raised.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class ReadsThenRaises extends BareFlag {
    public ReadsThenRaises() {
      leaf = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      boolean marked = get(LEAF);
      raise(RAISED);
      if (!marked) {
        raise(LEAF);
      }
    }

    @Actor
    public void loop(IZ_Result r) {
      r.r1 = -1;
      if (lower(LEAF)) {
        r.r1 = get(RAISED) ? payload : -1;
      }
    }

    @Arbiter
    public void nextRound(IZ_Result r) {
      r.r2 = r.r1 >= 0 || leaf && raised;
    }
  }
}
