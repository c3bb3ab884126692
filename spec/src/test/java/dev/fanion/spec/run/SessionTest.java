package dev.fanion.spec.run;

import static dev.fanion.spec.run.SpecRunnerTest.FIXTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.Modules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a check finds does not depend on the checks before it in the same process. If they shared TLC's classes, TLC would pass
 * over a second violation of liveness without a word (ADR 15).
 */
@Timeout(120)
class SessionTest {
  @Test
  void eachCheckFindsWhatItWouldFindAlone() throws Exception {
    Modules modules = new Modules(FIXTURE.toAbsolutePath());
    List<Entry> entries = Manifest.load(FIXTURE).select(List.of("liveness", "holds", "invariant"));
    assertEquals(3, entries.size());
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
