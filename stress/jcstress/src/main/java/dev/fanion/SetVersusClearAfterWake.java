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
 * A task is blocked, and the flag is set. Another task clears the flag between the wake and the return. A second
 * set(), with a payload before it, races with all this. The clear does not take back the wake. If the second set is
 * taken back or absorbed, the return that is due sees its payload. The results are the payload that the first return
 * saw, and whether the wait has returned twice.
 *
 * To run it: ./fanion stress --race SetVersusClearAfterWake
 */
public class SetVersusClearAfterWake { //= FLG-8 type=test, FLG-11 type=test
  @Catches(value = "a payload lost when clear() comes between wake and return", rules = {"FLG-8", "FLG-11"})
  @JCStressTest
  @Outcome(id = "0, true", expect = ACCEPTABLE, desc = "The second set came after the return, and ended the next wait.")
  @Outcome(
      id = "1, true",
      expect = ACCEPTABLE,
      desc = "The second set ended the next wait; a racy read saw the payload early.")
  @Outcome(id = "1, false", expect = ACCEPTABLE, desc = "The second set was taken back or absorbed, and its payload is visible.")
  @Outcome(
      id = "0, false",
      expect = FORBIDDEN,
      desc = "The second set was taken back or absorbed, and its payload was not visible.")
  @State
  public static class Shipped {
    private static final Pool<ClearedWait> POOL = new Pool<>(ClearedWait::ready);
    private final ClearedWait f = POOL.take();

    public Shipped() {
      f.flag.set();
      f.due = true;
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
    public void secondWait(IZ_Result r) {
      f.settle();
      r.r1 = f.seen;
      r.r2 = f.returns == 2;
      POOL.give(f);
    }
  }

  /** Broken: clear and consume each read with acquire and write with release. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "0, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "A write overwrote a set; the read of the payload overtook the write.")
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
    }

    @Actor
    public void loop() {
      if (get(RAISED)) { // notices
        lowerIfRaised(); // clear
        lowerIfRaised(); // consume
        seen = payload;
      }
    }

    private void lowerIfRaised() {
      if ((boolean) RAISED.getAcquire(this)) {
        RAISED.setRelease(this, false);
      }
    }

    @Arbiter
    public void secondWait(IZ_Result r) {
      r.r1 = seen;
      r.r2 = raised;
    }
  }
}
