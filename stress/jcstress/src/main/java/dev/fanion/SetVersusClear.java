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
 * The flag is set, and nobody waits. A second set(), with a payload before it, races with a clear(). The clear takes
 * back only the sets that it has seen, and it has seen each of these with its payload. The results are the payload
 * after the clear, and whether the flag is set.
 *
 * To run it: ./fanion stress --race SetVersusClear
 */
public class SetVersusClear { //= FLG-8 type=test, FLG-11 type=test
  @Catches(value = "a set that clear() overwrites without having seen it", rules = {"FLG-8", "FLG-11"})
  @JCStressTest
  @Outcome(id = "0, true", expect = ACCEPTABLE, desc = "The second set came after the clear, and is kept.")
  @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "The second set is kept; a racy read saw the payload early.")
  @Outcome(
      id = "1, false",
      expect = ACCEPTABLE,
      desc = "The clear took the second set back, and saw its payload.")
  @Outcome(id = "0, false", expect = FORBIDDEN, desc = "The clear overwrote a set that it had not seen.")
  @State
  public static class Shipped {
    private static final Pool<Clearing> POOL = new Pool<>(Clearing::ready);
    private final Clearing f = POOL.take();

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
    public void kept(IZ_Result r) {
      r.r1 = f.seen;
      r.r2 = Shared.raised(f.flag);
      f.loop.runReady();
      POOL.give(f);
    }
  }

  /** Broken: the clear reads with acquire and writes with release. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "0, false",
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
    }

    @Actor
    public void loop() {
      if ((boolean) RAISED.getAcquire(this)) {
        RAISED.setRelease(this, false);
      }
      seen = payload;
    }

    @Arbiter
    public void kept(IZ_Result r) {
      r.r1 = seen;
      r.r2 = raised;
    }
  }
}
