package dev.fanion;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/**
 * Fixtures for the next samples. Making a loop takes longer than a race on it, and jcstress makes each state anew; so a
 * state takes a fixture, and its arbiter gives it back, at rest. jcstress runs the arbiter of one sample and makes the
 * state of the next on one thread, and orders both with the actors.
 */
final class Pool<T extends Fixture> {
  private final ThreadLocal<ArrayDeque<T>> spare = ThreadLocal.withInitial(ArrayDeque::new);
  private final Supplier<T> maker;

  Pool(Supplier<T> maker) {
    this.maker = maker;
  }

  T take() {
    T fixture = spare.get().pollLast();
    return fixture == null ? maker.get() : fixture;
  }

  /** Takes it back, unless it lost a signal in its sample: then it is of no more use. */
  void give(T fixture) {
    if (fixture.rest()) {
      spare.get().addLast(fixture);
    }
  }
}
