package dev.fanion;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.fanion.races.Catches;
import dev.fanion.races.CaughtBy;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;

/*
 * A loop with the default parker runs on a thread of its own and sleeps a thousand times, each time until the flag is
 * set. The setter sets the flag soon after each wake-up, to meet the loop on its way into the next sleep. The loop
 * must end. (A sample is a thread and its thousand sleeps. So this race has far fewer samples than the others.)
 *
 * To run it: ./fanion stress --race SetVersusRealSleep
 */
public class SetVersusRealSleep { //= LOP-4 type=test, FLG-4 type=test
  @Catches(value = "a loop that sleeps for ever", rules = {"LOP-4", "FLG-4"})
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "Each set woke the loop.")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "The loop sleeps with the flag set.")
  @State
  public static class Shipped extends Rounds {
    private final EventLoop loop = new EventLoop();
    private final ThreadSafeFlag flag = new ThreadSafeFlag(loop);

    private Next<Void> waits() {
      return isMoreToCome() ? flag.await(this::returned) : Next.end();
    }

    private Next<Void> returned() {
      woken();
      return waits();
    }

    @Override
    void set() {
      flag.set();
    }

    @Actor
    public void loop() {
      loop.runSteps(this::waits);
    }

    @org.openjdk.jcstress.annotations.Signal
    public void setter() {
      setOften();
    }
  }

  /** Broken: the loop looks, says that it sleeps, and sleeps, without another look. */
  @CaughtBy
  @JCStressTest(Mode.Termination)
  @Outcome(id = "STALE", expect = ACCEPTABLE_INTERESTING, desc = "The set came between the look and the sleep.")
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "Each set woke the loop.")
  @State
  public static class LooksThenSleeps extends Rounds {
    private volatile boolean raised;
    private volatile Thread asleep;

    @Override
    void set() {
      raised = true;
      LockSupport.unpark(asleep);
    }

    @Actor
    public void loop() {
      while (isMoreToCome()) {
        while (!raised) {
          asleep = Thread.currentThread();
          LockSupport.park(this);
          asleep = null;
        }
        raised = false;
        woken();
      }
    }

    @org.openjdk.jcstress.annotations.Signal
    public void setter() {
      setOften();
    }
  }
}
