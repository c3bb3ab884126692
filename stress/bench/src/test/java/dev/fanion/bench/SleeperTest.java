package dev.fanion.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each sleeper sleeps, wakes when it is signalled, and ends. How long that takes is not tested. */
class SleeperTest {
  @Test
  void eachWakesAsOftenAsItIsSignalled() {
    List<Supplier<Sleeper>> makers = List.of(() -> new ReferenceSleeper(3), LooplessSleepers.Parked::new,
        LooplessSleepers.Joining::new, LooplessSleepers.AtLatch::new, LooplessSleepers.AtCondition::new,
        PeerLoopSleepers.Netty::new, PeerLoopSleepers.StateFlow::new, PeerLoopSleepers.Reactor::new);
    Map<Supplier<Sleeper>, Supplier<Sleeper>> byItself = makers.stream().collect(Collectors.toMap(m -> m, m -> m));
    Map<Supplier<Sleeper>, Latency> measured = Latency.measure(byItself, 1, 2, 5);
    assertEquals(makers.size(), measured.size());
    measured.values().forEach(latency -> {
      assertEquals(10, latency.wake.getTotalCount());
      assertTrue(latency.wake.getMinValue() > 0);
    });
  }
}
