package dev.fanion.traces;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.traces.TraceCheck.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The shipped queues write the links that the algorithm of the spec writes, in its order; queues with a mistake do not. */
class QueueTraceTest {
  private static final int TRACES = Integer.getInteger("traces", 40);
  private static final int FIRST_SEED = Integer.getInteger("traces.seed", 1);
  private static final int TRACES_AT_MOST = 50;

  /** Patterns of entries without which the traces would say little. */
  private static final List<String> MUST_BE_SEEN = List.of("t. cancels t.", "t. yields", "t1 spawns t2",
      "t. goes on cancelled", "t. goes on timeout", "t. goes on woken", "loop writes epoch\\[e1\\] := 3 .*",
      "loop writes next\\[t1\\] := t4 .*", "loop writes prev\\[t4\\] := t1 .*", "loop writes prev\\[e2\\] := t3 .*",
      "loop writes next\\[ready\\] := t2 .*");

  @Test
  void theSpecAcceptsEachTraceOfTheShippedClasses() throws Exception {
    TracedClasses classes = new TracedClasses(Map.of(), new QueueNames());
    TreeSet<String> seen = new TreeSet<>();
    for (int done = 0; done < TRACES; done += Traces.OF_A_CHECK) {
      try (QueueCheck check = new QueueCheck()) {
        for (int i = done; i < Math.min(done + Traces.OF_A_CHECK, TRACES); i++) {
          List<Entry> trace = Traces.ofQueues(classes, FIRST_SEED + i);
          Refusal refusal = check.refusal(trace);
          assertNull(refusal, "seed " + (FIRST_SEED + i) + ", " + refusal + "\n" + trace);
          assertEquals(Traces.ENTRIES, trace.size());
          trace.forEach(entry -> seen.add(entry.toString()));
        }
      }
    }
    System.out.println(TRACES + " traces of the queues accepted, " + seen.size() + " different entries");
    List<String> missing =
        MUST_BE_SEEN.stream().filter(pattern -> seen.stream().noneMatch(entry -> entry.matches(pattern))).toList();
    assertEquals(List.of(), missing, () -> String.join("\n", seen));
  }

  @Test
  void eachMistakeIsRefusedAtItsLink() {
    try (QueueCheck check = new QueueCheck()) {
      assertAll(QueueMistakes.ALL.stream().map(mistake -> () -> isRefused(check, mistake)));
    }
  }

  private static void isRefused(QueueCheck check, Mistake mistake) throws Exception {
    TracedClasses classes = new TracedClasses(EditedSources.compile(mistake), new QueueNames());
    Refusal refusal = null;
    for (int seed = 1; seed <= TRACES_AT_MOST && refusal == null; seed++) {
      refusal = check.refusal(Traces.ofQueues(classes, seed));
    }
    System.out.println(mistake + ": " + refusal);
    assertNotNull(refusal, mistake::toString);
    assertTrue(mistake.isRefusedAt(refusal.entry()), mistake + ": " + refusal);
  }
}
