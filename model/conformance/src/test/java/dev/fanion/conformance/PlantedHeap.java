package dev.fanion.conformance;

import dev.fanion.conformance.PlantedTimers.Timer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A binary heap of timers that is right as long as none is taken out of its middle, or changed there. */
final class PlantedHeap {
  private final List<Timer> all = new ArrayList<>();

  void add(Timer timer) {
    all.add(timer);
    for (int i = all.size() - 1; i > 0 && due((i - 1) / 2) > due(i); i = (i - 1) / 2) {
      Collections.swap(all, i, (i - 1) / 2);
    }
  }

  /** Replaces the timer of a task where it is. Returns whether there was one. */
  boolean change(PlantedTask task, Timer timer) {
    int i = find(task);
    if (i >= 0) {
      all.set(i, timer);
    }
    return i >= 0;
  }

  /** Takes out the timer of a task: the last gets its place, and goes down, never up. */
  void remove(PlantedTask task) {
    int i = find(task);
    if (i >= 0) {
      take(i);
    }
  }

  /** Takes those that are over, in the order of the heap. */
  List<Timer> until(long now) {
    List<Timer> over = new ArrayList<>();
    while (!all.isEmpty() && due(0) <= now) {
      over.add(take(0));
    }
    return over;
  }

  /** The one at the top, if there is one. */
  Optional<Timer> first() {
    return all.stream().findFirst();
  }

  private int find(PlantedTask task) {
    return all.stream().map(Timer::task).toList().indexOf(task);
  }

  private long due(int i) {
    return all.get(i).due();
  }

  private Timer take(int place) {
    Timer taken = all.get(place);
    Timer last = all.remove(all.size() - 1);
    if (place < all.size()) {
      all.set(place, last);
      sink(place);
    }
    return taken;
  }

  private void sink(int place) {
    int i = place;
    int child = 2 * i + 1;
    while (child < all.size()) {
      child += child + 1 < all.size() && due(child + 1) < due(child) ? 1 : 0;
      if (due(child) >= due(i)) {
        return;
      }
      Collections.swap(all, i, child);
      i = child;
      child = 2 * i + 1;
    }
  }
}
