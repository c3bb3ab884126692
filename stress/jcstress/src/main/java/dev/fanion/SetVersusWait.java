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

/*
 * A task begins to wait while a set() comes. If the set comes first, the wait returns at once. If the wait blocks
 * first, the set leaves a hint by which the loop finds the flag. The task must not block with the signal there and no
 * hint. The results are whether the wait has returned at once, whether the signal is there then, and whether the wait
 * has returned after a further round.
 *
 * To run it: ./fanion stress --race SetVersusWait
 */
public class SetVersusWait { //= FLG-4 type=test, FLG-7 type=test
  @Catches(
      value = "a set lost on the way into the wait",
      rules = {"FLG-4", "FLG-7"},
      scenario = "wait-against-set")
  @JCStressTest
  @Outcome(id = "true, false, true", expect = ACCEPTABLE, desc = "The set came before one of the two looks.")
  @Outcome(
      id = "false, true, true",
      expect = ACCEPTABLE,
      desc = "The wait blocked first; the setter found it registered.")
  @Outcome(
      id = "false, true, false",
      expect = FORBIDDEN,
      desc = "The setter found nobody, and the task blocked after that.")
  @State
  public static class Shipped {
    private static final Pool<Yielding> POOL = new Pool<>(Yielding::ready);
    private final Yielding f = POOL.take();

    @Actor
    public void setter() {
      f.flag.set();
    }

    @Actor
    public void loop(ZZZ_Result r) {
      f.loop.runReady();
      r.r1 = f.returns > 0;
    }

    @Arbiter
    public void furtherRound(ZZZ_Result r) {
      r.r2 = Shared.raised(f.flag);
      f.settle();
      r.r3 = f.returns > 0;
      POOL.give(f);
    }
  }

  /** Broken: looks, registers, and blocks without another look. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "false, true, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The set came between the look and the registration.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class WithoutSecondLook extends BareFlag {
    @Actor
    public void setter() {
      raise(RAISED);
      if (get(REGISTERED)) {
        raise(LEAF);
      }
    }

    @Actor
    public void loop(ZZZ_Result r) {
      r.r1 = lower(RAISED);
      if (!r.r1) {
        raise(REGISTERED);
      }
    }

    @Arbiter
    public void furtherRound(ZZZ_Result r) {
      r.r2 = raised;
      r.r3 = r.r1 || leaf;
    }
  }

  /** Broken: the setter raises the flag by a plain store, which its read of the registration may overtake. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "false, true, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter read before its store was seen; so did the loop.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class PlainStore extends BareFlag {
    @Actor
    public void setter() {
      raised = true;
      if (get(REGISTERED)) {
        raise(LEAF);
      }
    }

    @Actor
    public void loop(ZZZ_Result r) {
      raise(REGISTERED);
      r.r1 = lower(RAISED);
    }

    @Arbiter
    public void furtherRound(ZZZ_Result r) {
      r.r2 = raised;
      r.r3 = r.r1 || leaf;
    }
  }
}
