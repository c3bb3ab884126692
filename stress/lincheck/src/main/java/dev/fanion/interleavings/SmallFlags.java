package dev.fanion.interleavings;

import java.util.function.Function;

/** The scenarios of {@link ShippedFlags} on a cut-down loop, right or broken. */
final class SmallFlags {
  private SmallFlags() {}

  /** A number of setters, each of which sends so many payloads; so many more were sent before. */
  static void setters(int setters, int payloadsEach, int before, Function<Watch, SmallLoop> form) {
    SmallLoop loop = form.apply(new Watch(setters, payloadsEach + before));
    new SmallSender(loop, 0, before).act();
    Actor[] senders = new Actor[setters];
    for (int number = 0; number < setters; number++) {
      senders[number] = new SmallSender(loop, number, payloadsEach);
    }
    Actor.startAll(senders);
    while (loop.watch.isExpecting()) {
      await(loop);
    }
    Actor.joinAll(senders);
  }

  static void stoppedSetter(Function<Watch, SmallLoop> form) {
    SmallLoop loop = form.apply(new Watch(2, 1).stoppingTheFirstUnpark());
    Actor[] senders = {new SmallSender(loop, 0, 1), new SmallSender(loop, 1, 1)};
    Actor.startAll(senders);
    await(loop);
    Actor.joinAll(senders);
  }

  /** A clear while the task waits takes back the signal or leaves it; if it is left, the task is woken. */
  static void clear(Function<Watch, SmallLoop> form) {
    SmallLoop loop = form.apply(new Watch(1, 2));
    boolean over = loop.begin();
    Actor setter = new Actor() {
      @Override
      void act() {
        for (int n = 0; n < 2; n++) {
          loop.watch.begin(0); // but not returned: the clear may rightly leave the loop asleep
          loop.set();
        }
      }
    };
    Actor.startAll(setter);
    loop.clear();
    Actor.joinAll(setter);
    if (!over && loop.raised.get()) {
      loop.end(Long.MAX_VALUE);
    }
  }

  /** The wait ends without a signal, cancelled at time 0 or timed out at 1, unless the signal comes first; and is called again. */
  static void endedOtherwise(long time, Function<Watch, SmallLoop> form) {
    SmallLoop loop = form.apply(new Watch(1, 1));
    Actor[] actors = {new SmallSender(loop, 0, 1), new Actor.Ticker(loop.watch)};
    Actor.startAll(actors);
    if (!loop.begin() && !loop.end(time)) {
      await(loop);
    }
    Actor.joinAll(actors);
  }

  private static void await(SmallLoop loop) {
    if (!loop.begin()) {
      loop.end(Long.MAX_VALUE);
    }
  }

  private static final class SmallSender extends Actor.Sender {
    private final SmallLoop target;

    SmallSender(SmallLoop target, int number, int payloads) {
      super(target.watch, number, payloads);
      this.target = target;
    }

    @Override
    void set() {
      target.set();
    }
  }
}
