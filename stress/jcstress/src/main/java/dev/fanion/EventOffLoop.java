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
import org.openjdk.jcstress.infra.results.ZI_Result;

/*
 * A task waits on an event. Another thread calls event.set() while the loop runs, and a task of the loop sets the
 * event and clears it. The foreign call is refused and disturbs nothing. The results are whether the call was
 * refused, and how often the wait has returned.
 *
 * To run it: ./fanion stress --race EventOffLoop
 */
public class EventOffLoop { //= CTX-1 type=test
  @Catches(value = "an event that another thread can set, or disturb", rules = "CTX-1")
  @JCStressTest
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "The foreign call was refused, and the wait returned once.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The foreign call was accepted, or the wait disturbed.")
  @State
  public static class Shipped {
    private static final Pool<Meeting> POOL = new Pool<>(Meeting::ready);
    private final Meeting f = POOL.take();

    @Actor
    public void foreign(ZI_Result r) {
      r.r1 = f.isRefused();
    }

    @Actor
    public void loop() {
      f.due = true;
      f.loop.runReady();
      f.loop.runReady();
    }

    @Arbiter
    public void returns(ZI_Result r) {
      r.r2 = f.returns;
      POOL.give(f);
    }
  }

  /** Broken: the guard asks whether any thread runs the loop, not which one. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "false, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The loop was running, and the foreign call was accepted.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class GuardedByActivity {
    private volatile Thread runner;

    @Actor
    public void foreign(ZI_Result r) {
      r.r1 = runner == null;
    }

    @Actor
    public void loop(ZI_Result r) {
      runner = Thread.currentThread();
      r.r2 = 1;
      runner = null;
    }
  }

  /** Broken: no guard. The task looks, and then joins the queue; the foreign set finds the queue empty. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "false, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The set came between the look and the joining: the wake-up is lost.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class Unguarded {
    private volatile boolean set;
    private volatile boolean waiting;
    private boolean woken;

    @Actor
    public void foreign(ZI_Result r) {
      set = true;
      if (waiting) {
        woken = true;
      }
    }

    @Actor
    public void loop(ZI_Result r) {
      if (set) {
        r.r2 = 1;
      } else {
        waiting = true;
      }
    }

    @Arbiter
    public void returns(ZI_Result r) {
      r.r2 += woken ? 1 : 0;
    }
  }
}
