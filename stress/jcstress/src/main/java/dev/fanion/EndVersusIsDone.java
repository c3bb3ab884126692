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
 * A task writes a plain field and ends with a value, while another thread asks whether the task is done. If the
 * answer is yes, the thread sees what the task wrote, and the task's result. The results are the answer, and the sum
 * of field and result, each of which is 1 (0 if the task was not done).
 *
 * To run it: ./fanion stress --race EndVersusIsDone
 */
public class EndVersusIsDone { //= LOP-7 type=test
  @Catches(value = "an end that is seen before what the task did, or before its result", rules = "LOP-7")
  @JCStressTest
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "The task had not ended.")
  @Outcome(id = "true, 2", expect = ACCEPTABLE, desc = "The task had ended, and all that it did is visible.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The end was visible, and something that the task did was not.")
  @State
  public static class Shipped {
    private static final Pool<Ending> POOL = new Pool<>(Ending::ready);
    private final Ending f = POOL.take();

    private final Task<Integer> child = f.child();

    @Actor
    public void reader(ZI_Result r) {
      r.r1 = child.isDone();
      r.r2 = r.r1 ? f.payload + child.result() : 0;
    }

    @Actor
    public void loop() {
      f.loop.runReady();
    }

    @Arbiter
    public void again(ZI_Result r) {
      POOL.give(f);
    }
  }

  /** Broken: the task is done before its outcome is written. */
  @CaughtBy
  @JCStressTest
  @Outcome(id = "true, 0", expect = ACCEPTABLE_INTERESTING, desc = "The reader came between the two writes.")
  @Outcome(expect = ACCEPTABLE, desc = "As the shipped form.")
  @State
  public static class DoneBeforeOutcome {
    private int outcome;
    private volatile boolean done;

    @Actor
    public void reader(ZI_Result r) {
      r.r1 = done;
      r.r2 = r.r1 ? outcome : 0;
    }

    @Actor
    public void loop() {
      done = true;
      outcome = 2;
    }
  }
}
