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
 * A task was blocked, and the flag is set. A second set(), with a payload before it, races with four steps: the look
 * that wakes the task, the task's turn, the consume with which its wait returns, and its next wait. The second set is
 * absorbed together with its payload, or ends the next wait. The results are whether the wait has returned, whether
 * it has returned twice, and the payload that the first return saw.
 *
 * To run it: ./fanion stress --race SetVersusReturn
 */
public class SetVersusReturn { //= FLG-5 type=test, FLG-6 type=test, FLG-11 type=test
  @Catches(
      value = "a second set swallowed by the return of the wait",
      rules = {"FLG-5", "FLG-6", "FLG-11"},
      scenario = "consume-against-second-set")
  @JCStressTest
  @Outcome(id = "true, true, 0", expect = ACCEPTABLE, desc = "The second set came later and ended the next wait.")
  @Outcome(
      id = "true, true, 1",
      expect = ACCEPTABLE,
      desc = "The second set ended the next wait; a racy read saw the payload early.")
  @Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "The sets coalesced and the payload is visible.")
  @Outcome(id = "true, false, 0", expect = FORBIDDEN, desc = "The second set was swallowed: signal and payload lost.")
  @State
  public static class Shipped {
    private static final Pool<Fixture> POOL = new Pool<>(Fixture::asleep);
    private final Fixture f = POOL.take();

    public Shipped() {
      f.flag.set();
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
      r.r1 = f.returns >= 1;
      r.r2 = f.returns == 2;
      r.r3 = f.seen;
      POOL.give(f);
    }
  }

  /** Broken: the woken task returns by a read with acquire and a write with release. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "true, false, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The write overwrote a set; the read of the payload overtook the write.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class ReadThenWriteReleased extends BareFlag {
    public ReadThenWriteReleased() {
      raised = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      raise(RAISED);
      raise(LEAF);
    }

    @Actor
    public void loop() {
      if (get(RAISED)) { // notices
        if ((boolean) RAISED.getAcquire(this)) {
          RAISED.setRelease(this, false);
        }
        seen = payload;
      }
    }

    @Arbiter
    public void atRest(ZZI_Result r) {
      r.r1 = true;
      r.r2 = raised;
      r.r3 = seen;
    }
  }

  /** Broken: a setter that finds the flag set does not write. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "true, false, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The setter relied on a signal that was being consumed, before its payload was seen.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class SkippedWrite extends BareFlag {
    public SkippedWrite() {
      raised = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      if (!get(RAISED)) {
        raise(RAISED);
        raise(LEAF);
      }
    }

    @Actor
    public void loop() {
      if (get(RAISED)) { // notices
        lower(RAISED);
        seen = payload;
      }
    }

    @Arbiter
    public void atRest(ZZI_Result r) {
      r.r1 = true;
      r.r2 = raised;
      r.r3 = seen;
    }
  }
}
