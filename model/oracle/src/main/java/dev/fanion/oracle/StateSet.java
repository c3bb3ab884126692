package dev.fanion.oracle;

import java.util.Arrays;

/**
 * Numbers of states in the order in which they came, each once. Small sets are searched one by one, larger ones by a hash
 * table with open addressing.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class StateSet {
  private static final int SMALL = 16;

  private int[] states;
  private int size;

  /** For each place of the hash table the index of a state, plus one; 0 where it is free. Null as long as the set is small. */
  private int[] places;

  /** The same states, which have no double. The array itself is not changed. */
  StateSet(int[] states) {
    this.states = states;
    size = states.length;
    if (size > SMALL) {
      grow();
    }
  }

  int size() {
    return size;
  }

  int get(int index) {
    return states[index];
  }

  /** Adds a state that may be there already. */
  void add(int state) {
    if (contains(state)) {
      return;
    }
    if (size == states.length) {
      states = Arrays.copyOf(states, size + size / 2 + 4);
    }
    states[size++] = state;
    if (places != null) {
      places[free(state)] = size;
    }
    if (size > SMALL && (places == null || 2 * size > places.length)) {
      grow();
    }
  }

  /** The states; the array may be the one that the set began with. */
  int[] toArray() {
    return states.length == size ? states : Arrays.copyOf(states, size);
  }

  private boolean contains(int state) {
    if (places != null) {
      return places[free(state)] != 0;
    }
    for (int i = 0; i < size; i++) {
      if (states[i] == state) {
        return true;
      }
    }
    return false;
  }

  /** The place where this state is, or else the one where it is to be. */
  private int free(int state) {
    int place = (state * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(places.length - 1);
    while (places[place] != 0 && states[places[place] - 1] != state) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private void grow() {
    places = new int[Integer.highestOneBit(size) * 8];
    for (int i = 0; i < size; i++) {
      places[free(states[i])] = i + 1;
    }
  }
}
