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
 * A task is blocked, and the loop is asleep. Two setters set the task's flag. When either has returned, everything is
 * in place that wakes the loop: the flag is raised, the hints are marked, and unpark was called. The other setter may
 * stop wherever it is. The results are what each setter found after its set(), and whether the wait then returned
 * exactly once.
 *
 * To run it: ./fanion stress --race TwoSetters
 */
public class TwoSetters { //= FLG-2 type=test, FLG-4 type=test
  @Catches(value = "a setter that relies on another one, which has not finished", rules = {"FLG-2", "FLG-4"})
  @JCStressTest
  @Outcome(id = "true, true, true", expect = ACCEPTABLE, desc = "Each setter has done all that is needed.")
  @Outcome(
      id = {"false, .*", ".*, false, .*"},
      expect = FORBIDDEN,
      desc = "A setter returned and relied on the other to do the rest.")
  @Outcome(id = ".*, .*, false", expect = FORBIDDEN, desc = "The wait did not return, or twice.")
  @State
  public static class Shipped {
    private static final Pool<Fixture> POOL = new Pool<>(Fixture::asleep);
    private final Fixture f = POOL.take();

    @Actor
    public void first(ZZZ_Result r) {
      f.flag.set();
      r.r1 = f.wakes(f.flag);
    }

    @Actor
    public void second(ZZZ_Result r) {
      f.flag.set();
      r.r2 = f.wakes(f.flag);
    }

    @Arbiter
    public void once(ZZZ_Result r) {
      f.settle();
      r.r3 = f.returns == 1;
      POOL.give(f);
    }
  }

  /** Broken: a setter that finds the flag set does nothing. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = {"false, true", "true, false"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter relied on the other, which had not left its hint yet.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class SkippedWake extends BareFlag {
    @Actor
    public void first(ZZ_Result r) {
      r.r1 = set();
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = set();
    }

    private boolean set() {
      if (!(boolean) RAISED.getAndSet(this, true)) {
        raise(LEAF);
      }
      return get(LEAF);
    }
  }

  /** Broken: a setter that finds the loop asleep claims the wake-up before it unparks. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = {"false, true", "true, false"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "The other setter had claimed the wake-up and had not unparked yet.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class ClaimedWake extends BareFlag {
    public ClaimedWake() {
      asleep = true;
    }

    @Actor
    public void first(ZZ_Result r) {
      r.r1 = set();
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = set();
    }

    private boolean set() {
      if (lower(ASLEEP)) {
        raise(UNPARKED);
      }
      return get(UNPARKED);
    }
  }

  /** Broken: a setter that finds the hint marked does not look whether the loop sleeps. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = {"false, true", "true, false"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "The other setter had marked the hint and had not unparked yet.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class StopsAtMarkedHint extends BareFlag {
    public StopsAtMarkedHint() {
      asleep = true;
    }

    @Actor
    public void first(ZZ_Result r) {
      r.r1 = set();
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = set();
    }

    private boolean set() {
      raise(RAISED);
      if (!get(LEAF)) {
        raise(LEAF);
        if (get(ASLEEP)) {
          raise(UNPARKED);
        }
      }
      return get(UNPARKED);
    }
  }
}
