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
 * The flag is already set. A second set(), with a payload before it, races with the wait that returns at once and
 * consumes. The second set may be absorbed together with its payload, or stay pending. It must not be absorbed
 * without its payload: no later wait would report it. The results are the payload that the wait saw, and whether a
 * signal is left.
 *
 * To run it: ./fanion stress --race SetVersusConsume
 */
public class SetVersusConsume { //= FLG-3 type=test, FLG-5 type=test, FLG-11 type=test
  @Catches(value = "a second set swallowed by the consume of a wait on a set flag", rules = {"FLG-3", "FLG-5", "FLG-11"})
  @JCStressTest
  @Outcome(id = "0, true", expect = ACCEPTABLE, desc = "The second set came later and is still pending.")
  @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "The second set is still pending; a racy read saw the payload early.")
  @Outcome(id = "1, false", expect = ACCEPTABLE, desc = "The sets coalesced and the payload is visible.")
  @Outcome(id = "0, false", expect = FORBIDDEN, desc = "The second set was swallowed: signal and payload lost.")
  @State
  public static class Shipped {
    private static final Pool<Yielding> POOL = new Pool<>(Yielding::ready);
    private final Yielding f = POOL.take();

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
    public void left(IZ_Result r) {
      r.r1 = f.seen;
      r.r2 = Shared.raised(f.flag);
      if (r.r2) {
        f.loop.runReady();
      }
      POOL.give(f);
    }
  }

  /** Broken: reads the flag, acts on what it read, then writes the flag, all volatile. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "0, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The write overwrote a set that the read had not seen.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class ReadThenWrite extends BareFlag {
    public ReadThenWrite() {
      raised = true;
    }

    @Actor
    public void setter() {
      payload = 1;
      raise(RAISED);
    }

    @Actor
    public void loop() {
      if (get(RAISED)) {
        seen = payload;
        RAISED.setVolatile(this, false);
      }
    }

    @Arbiter
    public void left(IZ_Result r) {
      r.r1 = seen;
      r.r2 = raised;
    }
  }

  /** Broken: reads the flag with acquire, writes it with release, then acts. The read of the payload may overtake the write. */
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
        seen = payload;
      }
    }

    @Arbiter
    public void left(IZ_Result r) {
      r.r1 = seen;
      r.r2 = raised;
    }
  }

  /** Broken: a setter that finds the flag set does not write. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "0, false",
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
      }
    }

    @Actor
    public void loop() {
      if (lower(RAISED)) {
        seen = payload;
      }
    }

    @Arbiter
    public void left(IZ_Result r) {
      r.r1 = seen;
      r.r2 = raised;
    }
  }
}
