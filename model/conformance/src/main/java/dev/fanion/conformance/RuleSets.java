package dev.fanion.conformance;

import dev.fanion.oracle.LongIntMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Sets of rules by keys: many keys, few sets.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class RuleSets {
  private final LongIntMap places = new LongIntMap();
  private final List<Long> sets = new ArrayList<>();

  /** The set of this key, which is asked for once. */
  long get(long key, LongSupplier rules) {
    int place = places.get(key);
    if (place == LongIntMap.ABSENT) {
      long set = rules.getAsLong();
      place = sets.indexOf(set);
      if (place < 0) {
        place = sets.size();
        sets.add(set);
      }
      places.put(key, place);
    }
    return sets.get(place);
  }
}
