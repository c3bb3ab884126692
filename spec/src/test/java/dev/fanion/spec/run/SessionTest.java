package dev.fanion.spec.run;

import static dev.fanion.spec.run.SpecRunnerTest.FIXTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.Modules;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a check finds does not depend on the checks before it in the same process, nor on those of its kind, whose classes it has.
 * If a check had the classes of one that has found a violation of liveness, TLC would pass over a second one without a word
 * (ADR 15).
 */
@Timeout(120)
class SessionTest {
  @Test
  void eachCheckFindsWhatItWouldFindAlone() throws Exception {
    Modules modules = new Modules(FIXTURE.toAbsolutePath());
    Manifest manifest = Manifest.load(FIXTURE);
    List<Entry> entries = Stream.of("liveness", "holds", "interrupts", "holds", "safe", "live", "live", "liveness", "invariant",
        "action-property",
        "invariant", "deadlock", "liveness").flatMap(name -> manifest.select(List.of(name)).stream()).toList();
    assertEquals(13, entries.size());
    try (Session session = new Session(entries.get(0), modules)) {
      for (int round = 1; round <= 3; round++) {
        for (Entry entry : entries) {
          TlcRun run = session.check(entry, 1, Duration.ofMinutes(1));
          EntryResult result = new Judge(entry, run, modules).judge();
          assertTrue(result.ok(), entry.name() + ", round " + round + ": " + result.problems());
        }
      }
      assertTrue(session.isFit(), "all in one process");
    }
  }
}
