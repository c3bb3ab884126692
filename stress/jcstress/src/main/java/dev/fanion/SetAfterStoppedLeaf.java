package dev.fanion;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.fanion.races.Catches;
import dev.fanion.races.CaughtBy;
import dev.fanion.races.Tool;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/*
 * A setter has stopped for ever after it marked the leaf, below the top of a tree of two levels. A second setter sets
 * the same flag while the loop goes to sleep. The second setter must wake the task all the same. The results are
 * whether the loop slept without having seen the signal, and whether it was woken.
 *
 * To run it: ./fanion stress --race SetAfterStoppedLeaf
 */
public class SetAfterStoppedLeaf { //= FLG-2 type=test, FLG-4 type=test, LOP-4 type=test, LOP-8 type=test
  @Catches(
      value = "a setter that skips the upper nodes because the leaf is marked already",
      rules = {"FLG-2", "FLG-4", "LOP-4", "LOP-8"})
  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "The loop saw the signal before it said that it sleeps.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "Each saw the other.")
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The setter saw the loop asleep and woke it.")
  @Outcome(id = "true, false", expect = FORBIDDEN, desc = "Neither saw the other: the wake-up is lost.")
  @State
  public static class Shipped {
    private static final Pool<Deep> POOL = new Pool<>(Deep::asleep);
    private final Deep f = POOL.take();

    public Shipped() {
      Shared.raiseAndMarkLeaf(f.flag);
    }

    @Actor
    public void setter() {
      f.flag.set();
    }

    @Actor
    public void loop(ZZ_Result r) {
      r.r1 = f.loop.runReady() > 0 && f.returns == 0;
    }

    @Arbiter
    public void woken(ZZ_Result r) {
      r.r2 = f.parker.unparked;
      f.settle();
      POOL.give(f);
    }
  }

  /** Broken: a setter that finds the leaf marked goes no further up. */
  @CaughtBy(Tool.STOPPED_SETTER)
  @JCStressTest
  @Outcome(
      id = "true, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter relied on the setter that has stopped, and nobody wakes the loop.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class StopsAtMarkedLeaf extends BareFlag {
    public StopsAtMarkedLeaf() {
      raised = true;
      leaf = true; // both by the setter that has stopped
    }

    @Actor
    public void setter() {
      raise(RAISED);
      if (!get(LEAF)) {
        raise(LEAF);
        raise(TOP);
        unparked = get(ASLEEP);
      }
    }

    @Actor
    public void loop(ZZ_Result r) {
      raise(ASLEEP);
      r.r1 = !get(TOP);
    }

    @Arbiter
    public void woken(ZZ_Result r) {
      r.r2 = unparked;
    }
  }
}
