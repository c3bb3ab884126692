package dev.fanion;

import java.util.List;

/** The two forms of a task. The same deeds must give the same observations in both. */
enum Form {
  DIRECT {
    @Override
    Task<?> spawn(EventLoop loop, String name, List<Deed> deeds) {
      return loop.spawn(name, () -> direct(deeds));
    }

    @Override
    Task<?> start(EventLoop loop, List<Deed> deeds) {
      return loop.start(() -> {
        direct(deeds);
        return null;
      });
    }

    @Override
    void run(EventLoop loop, List<Deed> deeds) {
      loop.run(() -> direct(deeds));
    }
  },

  STACKLESS {
    @Override
    Task<?> spawn(EventLoop loop, String name, List<Deed> deeds) {
      return loop.spawnSteps(name, step(deeds, 0));
    }

    @Override
    Task<?> start(EventLoop loop, List<Deed> deeds) {
      return loop.startSteps(step(deeds, 0));
    }

    @Override
    void run(EventLoop loop, List<Deed> deeds) {
      loop.runSteps(step(deeds, 0));
    }
  };

  abstract Task<?> spawn(EventLoop loop, String name, List<Deed> deeds);

  abstract Task<?> start(EventLoop loop, List<Deed> deeds);

  abstract void run(EventLoop loop, List<Deed> deeds);

  private static void direct(List<Deed> deeds) throws Exception {
    for (Deed deed : deeds) {
      deed.direct().run();
    }
  }

  private static Step<Void> step(List<Deed> deeds, int index) {
    if (index == deeds.size()) {
      return Next::end;
    }
    return () -> deeds.get(index).stackless().run(step(deeds, index + 1), why -> {
      throw why;
    });
  }
}
