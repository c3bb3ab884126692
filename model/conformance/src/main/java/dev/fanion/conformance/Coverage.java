package dev.fanion.conformance;

import java.util.HashMap;
import java.util.Map;

/**
 * How much of an atlas a walk has covered.
 *
 * @param pairs the pairs of a place and a request that may be made there
 * @param covered the pairs whose request was answered there
 * @param all whether all places were counted, and not only the nearest
 */
record Coverage(int places, int pairs, int covered, boolean all) {
  /**
   * The coverage of what can be reached by outcomes that the implementation was not seen to avoid.
   *
   * @param most how many nodes are counted, from the start on
   */
  static Coverage of(Atlas atlas, int most) {
    Map<Atlas.Place, Long> masks = new HashMap<>();
    Routes routes = new Routes(atlas, (node, move) -> true).from(atlas.start);
    routes.find(node -> {
      masks.merge(node.place, atlas.mask(node), (one, other) -> one | other);
      return false;
    }, most);
    masks.remove(atlas.end.place);
    int all = masks.values().stream().mapToInt(Long::bitCount).sum();
    int covered = masks.entrySet().stream().mapToInt(e -> Long.bitCount(e.getValue() & e.getKey().covered)).sum();
    return new Coverage(masks.size(), all, covered, routes.ended());
  }

  boolean complete() {
    return covered == pairs;
  }
}
