package dev.fanion.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/*
 * The flag is already raised. A second set(), with a payload before it, races with the wait that consumes. The set may be
 * absorbed together with its payload, or stay pending. It must not be absorbed without its payload: no later consume would
 * report it. The results are the payload that the first wait saw, and whether a second wait returns.
 */
public class ConsumeVersusSet { //= FLG-5 type=test, FLG-11 type=test

  /** The shipped flag, whose wait consumes by an exchange. */
  @JCStressTest
  @Outcome(id = "0, true", expect = ACCEPTABLE, desc = "The second set came later and is still pending.")
  @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "Still pending; the payload was seen early by a racy read.")
  @Outcome(id = "1, false", expect = ACCEPTABLE, desc = "The sets coalesced and the payload is visible.")
  @Outcome(id = "0, false", expect = FORBIDDEN, desc = "The second set was swallowed: signal and payload lost.")
  @State
  public static class ByExchange {
    private final EventLoop loop =
        new EventLoop(LoopOptions.defaults().withTime(() -> 0, new RecordingParker()));
    private final ThreadSafeFlag flag = new ThreadSafeFlag(loop);
    private final Task<Void> main = loop.startSteps(() -> flag.await(this::consumed));
    private int payload;
    private int seen;

    public ByExchange() {
      flag.set();
    }

    private Next<Void> consumed() {
      seen = payload;
      return loop.sleep(Duration.ZERO, () -> flag.await(Next::end)); // the second wait is the arbiter's
    }

    @Actor
    public void setter() {
      payload = 1;
      flag.set();
    }

    @Actor
    public void loop() {
      loop.runReady();
    }

    @Arbiter
    public void secondWait(IZ_Result r) {
      loop.runReady();
      r.r1 = seen;
      r.r2 = main.isDone();
    }
  }

  /**
   * Broken: reads the word, acts on it, then writes it. A set between the read and the write is overwritten by the write,
   * which never saw it. (Were the payload read after the write, only a machine weaker than x86 could show the mistake.)
   */
  @JCStressTest
  @Outcome(id = "0, true", expect = ACCEPTABLE, desc = "The second set came later and is still pending.")
  @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "Still pending; the payload was seen early by a racy read.")
  @Outcome(id = "1, false", expect = ACCEPTABLE, desc = "The sets coalesced and the payload is visible.")
  @Outcome(id = "0, false", expect = ACCEPTABLE_INTERESTING, desc = "The write overwrote a set that the read had not seen.")
  @State
  public static class ByReadThenWrite {
    private volatile boolean word = true;
    private int payload;
    private int seen;

    @Actor
    public void setter() {
      payload = 1;
      word = true;
    }

    @Actor
    public void loop() {
      if (word) {
        seen = payload;
        word = false;
      }
    }

    @Arbiter
    public void secondWait(IZ_Result r) {
      r.r1 = seen;
      r.r2 = word;
    }
  }
}
