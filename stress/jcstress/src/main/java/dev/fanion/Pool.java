package dev.fanion;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/**
 * Fixtures for the next samples. Making a loop takes longer than a race on it, and jcstress makes a new state for each sample.
 * So a state takes a fixture from a pool, and its arbiter gives the fixture back, at rest. jcstress runs the arbiter of one
 * sample and makes the state of the next on one thread, and orders both with the actors.
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

  /** Takes a fixture back, unless its flag was left set: such a fixture is dropped. */
  void give(T fixture) {
    if (fixture.rest()) {
      spare.get().addLast(fixture);
    }
  }
}
