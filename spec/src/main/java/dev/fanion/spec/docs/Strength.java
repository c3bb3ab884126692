package dev.fanion.spec.docs;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Compares ways to access memory. A way is a kind and an order, such as "store release", or it is "none". */
final class Strength {
  private Strength() {}

  /** Whether the way of each site is that of the other assignment, or a weaker one. */
  static boolean isAtMost(Map<String, String> assignment, Map<String, String> other) {
    return assignment.entrySet().stream().allMatch(site -> isAtMost(site.getValue(), other.get(site.getKey())));
  }

  /** Whether a way is the other one or a weaker one. An exchange does what a store or a read of its order does. */
  static boolean isAtMost(String way, String other) {
    if (way.equals(other) || way.equals("none")) {
      return true;
    }
    String[] a = way.split(" ");
    String[] b = other.split(" ");
    return isKindAtMost(a[0], b[0]) && isOrderAtMost(a[a.length - 1], b[b.length - 1]);
  }

  private static boolean isKindAtMost(String kind, String other) {
    return kind.equals(other) || (other.equals("exchange") && !kind.equals("fence"));
  }

  private static boolean isOrderAtMost(String order, String other) {
    return switch (other) {
      case "seq_cst" -> true;
      case "acq_rel" -> !order.equals("seq_cst");
      default -> order.equals(other) || order.equals("relaxed");
    };
  }

  /** The ways that are one step weaker than this one. */
  static List<String> nextBelow(Collection<String> ways, String way) {
    List<String> weaker = ways.stream().filter(w -> !w.equals(way) && isAtMost(w, way)).toList();
    return weaker.stream().filter(w -> weaker.stream().noneMatch(v -> !v.equals(w) && isAtMost(w, v))).toList();
  }
}
