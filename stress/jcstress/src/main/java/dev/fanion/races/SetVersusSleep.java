package dev.fanion.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.ThreadSafeFlag;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/*
 * A task is blocked on a flag and the loop has nothing to do. A set() races with the loop's going to sleep. Either the loop
 * sees the signal and does not sleep, or the setter sees it asleep and wakes it, or both. If neither does, the loop sleeps
 * for ever: the wake-up is lost. The results are whether the loop slept, and whether it was woken.
 */
public class SetVersusSleep { //= LOP-4 type=test, FLG-4 type=test

  /** The shipped loop: it says that it sleeps, a full barrier, then it looks once more. */
  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "The loop saw the signal before it said that it sleeps.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "Each saw the other.")
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The setter saw the loop asleep and woke it.")
  @Outcome(id = "true, false", expect = FORBIDDEN, desc = "Neither saw the other: the wake-up is lost.")
  @State
  public static class LooksOnceMore {
    private final RecordingParker parker = new RecordingParker();
    private final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(() -> 0, parker));
    private final ThreadSafeFlag flag = new ThreadSafeFlag(loop);

    public LooksOnceMore() {
      loop.startSteps(() -> flag.await(Next::<Void>end));
      loop.runReady();
    }

    @Actor
    public void setter() {
      flag.set();
    }

    @Actor
    public void loop(ZZ_Result r) {
      r.r1 = loop.runReady() > 0;
    }

    @Arbiter
    public void woken(ZZ_Result r) {
      r.r2 = parker.unparked;
    }
  }

  /** Broken: both sides write, then read, and nothing keeps the read behind the write. */
  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "The loop saw the signal; the setter saw a loop that is awake.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "Each saw the other.")
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The setter saw the loop asleep and woke it.")
  @Outcome(id = "true, false", expect = ACCEPTABLE_INTERESTING, desc = "Both reads overtook the writes before them.")
  @State
  public static class WithoutBarriers {
    private static final VarHandle WORD = handle("word");
    private static final VarHandle ASLEEP = handle("asleep");

    private boolean word;
    private boolean asleep;
    private boolean unparked;

    private static VarHandle handle(String field) {
      try {
        return MethodHandles.lookup().findVarHandle(WithoutBarriers.class, field, boolean.class);
      } catch (ReflectiveOperationException impossible) {
        throw new ExceptionInInitializerError(impossible);
      }
    }

    @Actor
    public void setter() {
      WORD.setRelease(this, true);
      unparked = (boolean) ASLEEP.getAcquire(this);
    }

    @Actor
    public void loop(ZZ_Result r) {
      ASLEEP.setRelease(this, true);
      r.r1 = !(boolean) WORD.getAcquire(this);
    }

    @Arbiter
    public void woken(ZZ_Result r) {
      r.r2 = unparked;
    }
  }
}
