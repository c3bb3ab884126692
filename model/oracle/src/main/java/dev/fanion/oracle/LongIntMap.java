package dev.fanion.oracle;

import java.util.Arrays;

/**
 * A map from long to int without boxes, for millions of entries. Values are not {@link #ABSENT}; nothing is removed.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
public final class LongIntMap {
  /** What {@link #get} returns for a key that the map does not have. */
  public static final int ABSENT = Integer.MIN_VALUE;

  private long[] keys = new long[1024];
  private int[] values = filled(1024);
  private int size;

  private static int[] filled(int length) {
    int[] values = new int[length];
    Arrays.fill(values, ABSENT);
    return values;
  }

  /** The value of a key, or {@link #ABSENT}. */
  public int get(long key) {
    return values[slot(key)];
  }

  /** Adds a key, or replaces its value. */
  public void put(long key, int value) {
    int slot = slot(key);
    if (values[slot] == ABSENT && ++size > keys.length / 2) {
      grow();
      slot = slot(key);
    }
    keys[slot] = key;
    values[slot] = value;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (values[slot] != ABSENT && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = filled(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
