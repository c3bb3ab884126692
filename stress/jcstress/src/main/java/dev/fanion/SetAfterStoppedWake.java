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
 * The loop sleeps. A setter has raised the flag, marked the hints, found the loop asleep, and stopped for ever before
 * its unpark or inside it. Two more setters set the same flag. Each must call unpark itself, since the loop does not
 * look before it is woken. The results are whether unpark had been called when each returned.
 *
 * To run it: ./fanion stress --race SetAfterStoppedWake
 */
public class SetAfterStoppedWake { //= FLG-2 type=test, FLG-4 type=test, LOP-4 type=test
  @Catches(value = "a wake-up claimed by a setter that stops before it gives it", rules = {"FLG-2", "FLG-4", "LOP-4"})
  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "Each setter has called unpark.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "A setter returned, and nobody has woken the loop.")
  @State
  public static class Shipped {
    private static final Pool<Fixture> POOL = new Pool<>(Fixture::asleep);
    private final Fixture f = POOL.take();

    public Shipped() {
      Shared.setAllButWake(f.flag);
    }

    @Actor
    public void first(ZZ_Result r) {
      f.flag.set();
      r.r1 = f.wakes(f.flag);
    }

    @Actor
    public void second(ZZ_Result r) {
      f.flag.set();
      r.r2 = f.wakes(f.flag);
    }

    @Arbiter
    public void again(ZZ_Result r) {
      f.settle();
      POOL.give(f);
    }
  }

  /** Broken: a setter that finds the loop asleep claims the wake-up before it unparks. */
  @CaughtBy(Tool.STOPPED_SETTER)
  @JCStressTest
  @Outcome(
      id = "false, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter that has stopped had claimed the wake-up.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class ClaimedWake extends BareFlag {
    public ClaimedWake() {
      raised = true;
      asleep = false; // claimed by the setter that has stopped
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
      if (lower(ASLEEP)) {
        raise(UNPARKED);
      }
      return get(UNPARKED);
    }
  }

  /** Broken: a setter that finds the top marked does not look whether the loop sleeps. */
  @CaughtBy(Tool.STOPPED_SETTER)
  @JCStressTest
  @Outcome(
      id = "false, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter that has stopped had marked the top.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class StopsAtMarkedTop extends BareFlag {
    public StopsAtMarkedTop() {
      raised = true;
      asleep = true;
      top = true; // by the setter that has stopped
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
      if (!get(TOP)) {
        raise(TOP);
        if (get(ASLEEP)) {
          raise(UNPARKED);
        }
      }
      return get(UNPARKED);
    }
  }
}
