package dev.fanion.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fanion.traces.TraceCheck.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The shipped flag and loop make the accesses that the algorithm of the spec makes. */
class FlagTraceTest {
  private static final int TRACES = Integer.getInteger("traces", 40);
  private static final int FIRST_SEED = Integer.getInteger("traces.seed", 1);

  /** Patterns of entries without which the traces would say little. */
  private static final List<String> MUST_BE_SEEN = List.of(
      "loop writes asleep := true .*", "s. reads asleep = true .*", "s3 reads asleep = false .*",
      "loop exchanges permit = true := false .*", "loop exchanges permit = false := false .*",
      "s. reads marked\\[n1\\] = true .*", "loop writes marked\\[n1\\] := false .*",
      "loop writes parent\\[n1\\] := top .*", "s. writes marked\\[top\\] := true .*", "loop writes marked\\[n2\\] := false .*",
      "loop exchanges raised\\[f1\\] = true := false \\(getAndSet\\)",
      "loop exchanges raised\\[f1\\] = true := false .*, t1 waits on f1",
      "loop exchanges raised\\[f2\\] = true := false .*, t2 clears f2",
      "loop writes leaf\\[f1\\] := none .*, cancelled", "loop writes leaf\\[f1\\] := none .*, timeout",
      "loop writes leaf\\[f1\\] := none .*, woken", "loop writes leaf\\[f1\\] := none .*, t1 waits on f1", "t1 is refused f1");

  @Test
  void theSpecAcceptsEachTraceOfTheShippedClasses() throws Exception {
    TracedClasses classes = new TracedClasses(Map.of(), new FlagNames());
    TreeSet<String> seen = new TreeSet<>();
    long entries = 0;
    for (int done = 0; done < TRACES; done += Traces.OF_A_CHECK) {
      try (TraceCheck check = new TraceCheck()) {
        for (int i = done; i < Math.min(done + Traces.OF_A_CHECK, TRACES); i++) {
          List<Entry> trace = Traces.ofFlags(classes, FIRST_SEED + i);
          Refusal refusal = check.refusal(trace);
          assertEquals(Traces.ENTRIES, trace.size());
          assertNull(refusal, "seed " + (FIRST_SEED + i) + ", " + refusal + "\n" + trace);
          entries += trace.size();
          trace.forEach(entry -> seen.add(entry.toString()));
        }
      }
    }
    System.out.println(TRACES + " traces accepted, " + entries + " entries, " + seen.size() + " different");
    List<String> missing =
        MUST_BE_SEEN.stream().filter(pattern -> seen.stream().noneMatch(entry -> entry.matches(pattern))).toList();
    assertEquals(List.of(), missing, () -> String.join("\n", seen));
  }
}
