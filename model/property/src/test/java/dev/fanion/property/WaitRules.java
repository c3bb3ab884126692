package dev.fanion.property;

import dev.fanion.property.Wait.Ending;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the rules that some waits break. (CAN-7 is about cost: the reference's CostTest has it.) */
final class WaitRules {
  private final Set<String> broken = new TreeSet<>();

  /** The rules that these waits break. */
  static Set<String> brokenBy(Waiters after) {
    WaitRules rules = new WaitRules();
    rules.demand(after.begun.size() == after.ended.size(), "CAN-1");
    rules.demand(after.begun.equals(after.begun.stream().filter(new HashSet<>(after.ended)::contains).toList()), "CAN-1");
    rules.demand(after.seenOtherwise == 0, "CAN-1", "CAN-5");
    after.ended.forEach(rules::check);
    rules.order(after.ended);
    return rules.broken;
  }

  private void demand(boolean holds, String... rules) {
    if (!holds) {
      broken.addAll(List.of(rules));
    }
  }

  private void check(Wait wait) {
    boolean cancelled = wait.was(Ending.CANCELLED);
    demand(!cancelled || wait.cancels > 0, "CAN-1", "CAN-3");
    demand(cancelled || wait.cancels == 0, "CAN-4");
    demand(cancelled || wait.cancels == 0 || wait.wokenBy == 0, "CAN-2");
    demand(!wait.was(Ending.TIMED_OUT) || wait.limit > 0 && wait.ended - wait.began >= wait.limit, "CAN-5");
    demand(!wait.was(Ending.WOKEN) || wait.calledOnSet || wait.setsAfter > wait.setsBefore, "CAN-1");
    demand(!wait.calledOnSet || wait.was(Ending.WOKEN) && wait.ended == wait.began, "CAN-6");
  }

  /** The waiters that one set() woke run in the order in which they began to wait, also if they were cancelled after it. */
  private void order(List<Wait> ended) {
    Map<Integer, Integer> latest = new HashMap<>();
    for (Wait wait : ended) {
      if (wait.wokenBy > 0 && !wait.was(Ending.TIMED_OUT)) {
        Integer before = latest.put(wait.wokenBy, wait.number);
        demand(before == null || before < wait.number, wait.cancels > 0 ? "CAN-3" : "CAN-1", "CAN-3");
      }
    }
  }
}
