package dev.fanion.conformance;

import java.util.HashMap;
import java.util.Map;

/**
 * How much of an atlas a walk has covered.
 *
 * @param pairs the pairs of a place and a request that may be made there
 * @param covered the pairs whose request was answered there
 */
record Coverage(int places, int pairs, int covered) {
  /** The coverage of what can be reached by outcomes that the implementation was not seen to avoid. */
  static Coverage of(Atlas atlas) {
    Map<Atlas.Place, Long> masks = new HashMap<>();
    new Routes(atlas, (node, move) -> true).from(atlas.start).find(node -> {
      masks.merge(node.place, atlas.mask(node), (one, other) -> one | other);
      return false;
    }, Integer.MAX_VALUE);
    masks.remove(atlas.end.place);
    int all = masks.values().stream().mapToInt(Long::bitCount).sum();
    int covered = masks.entrySet().stream().mapToInt(e -> Long.bitCount(e.getValue() & e.getKey().covered)).sum();
    return new Coverage(masks.size(), all, covered);
  }

  boolean complete() {
    return covered == pairs;
  }
}
