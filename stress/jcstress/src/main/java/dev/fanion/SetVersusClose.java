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
import org.openjdk.jcstress.infra.results.ZZ_Result;

/*
 * A task is blocked. Its loop is closed, which takes the flag out of its leaf, while a setter sets the flag. The set
 * has no effect and throws nothing, neither during the close nor after it. The results are whether the set returned,
 * and whether the main task has ended. (Each sample takes a new loop: a loop runs once.)
 *
 * To run it: ./fanion stress --race SetVersusClose
 */
public class SetVersusClose { //= FLG-2 type=test, LOP-5 type=test
  @Catches(value = "a set that throws while the wait is left or its loop closes", rules = {"FLG-2", "LOP-5"})
  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The set returned and the loop is closed.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The set threw, or the close was disturbed.")
  @State
  public static class Shipped {
    private final Fixture f = Fixture.asleep();

    @Actor
    public void setter(ZZ_Result r) {
      try {
        f.flag.set();
        r.r1 = true;
      } catch (RuntimeException thrown) {
        r.r1 = false;
      }
    }

    @Actor
    public void loop() {
      f.loop.close();
    }

    @Arbiter
    public void after(ZZ_Result r) {
      f.flag.set();
      r.r2 = f.main.isDone();
    }
  }

  /** Broken: the setter looks whether there is a leaf, and then reads the leaf again. */
  @CaughtBy
  @JCStressTest
  @Outcome(
      id = "false, true",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The wait was left between the two reads: the set threw.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class ReadsLeafTwice {
    private volatile Hint node = new Hint(0);

    @Actor
    public void setter(ZZ_Result r) {
      try {
        if (node != null) {
          node.mark();
        }
        r.r1 = true;
      } catch (NullPointerException thrown) {
        r.r1 = false;
      }
    }

    @Actor
    public void loop(ZZ_Result r) {
      node = null;
      r.r2 = true;
    }
  }
}
