package dev.fanion.interleavings;

import java.util.function.Function;

/** The scenarios of {@link ShippedFlags} on a cut-down loop, right or broken. */
final class SmallFlags {
  private SmallFlags() {}

  /** Setters send payloads, each a given number; others were sent before they start. */
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

  /** A clear comes while the task waits. It takes back the signal or leaves it. If the signal is left, the task must wake. */
  static void clear(Function<Watch, SmallLoop> form) {
    SmallLoop loop = form.apply(new Watch(1, 2));
    boolean over = loop.begin();
    Actor setter = new Actor() {
      @Override
      void act() {
        for (int n = 0; n < 2; n++) {
          loop.watch.begin(0); // without watch.returned(): the clear may rightly leave the loop asleep
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

  /** The wait is cancelled at time 0 or times out at time 1, unless the signal comes first. Then the task waits again. */
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
