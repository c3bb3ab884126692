package dev.fanion;

import java.util.function.Consumer;

/** Something that a task does, in either form. */
record Deed(Action direct, Stackless stackless) {

  /** The stackless form: does it, and goes on with one of the two steps. */
  @FunctionalInterface
  interface Stackless {
    Next<Void> run(Step<Void> then, Otherwise<Void> otherwise) throws Exception;
  }

  /** A deed that does not suspend. */
  static Deed act(Action action) {
    return new Deed(action, (then, otherwise) -> {
      action.run();
      return then.run();
    });
  }

  /** This deed; if it ends otherwise, the handler is told and the task goes on. */
  Deed orElse(Consumer<WaitException> handler) {
    Action caught = () -> {
      try {
        direct.run();
      } catch (WaitException why) {
        handler.accept(why);
      }
    };
    return new Deed(caught, (then, otherwise) -> stackless.run(then, why -> {
      handler.accept(why);
      return then.run();
    }));
  }
}
