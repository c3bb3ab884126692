package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation writes the same few links of the queue, however many others wait. (Benchmarks measure the time.) */
@ParameterizedClass
@ValueSource(ints = {10, 1_000})
class CostTest {
  private record Links(Link prev, Link next) {}

  private final World w = new World(Form.STACKLESS);
  private final Event e = w.event("e");
  private final Map<Link, Links> before = new IdentityHashMap<>();
  private final Deed[] deeds;

  CostTest(int waiters) {
    deeds = new Deed[waiters + 2];
    for (int i = 0; i < waiters; i++) {
      deeds[i] = w.waiter("t" + i, e);
    }
    deeds[waiters] = w.pause();
  }

  private void remember() {
    for (Link link = e.waiters().next; link != e.waiters(); link = link.next) {
      before.put(link, new Links(link.prev, link.next));
    }
  }

  private Set<String> changed() {
    Set<String> changed = new HashSet<>();
    before.forEach((link, was) -> {
      if (link.prev != was.prev || link.next != was.next) {
        changed.add(((Task<?>) link).name());
      }
    });
    return changed;
  }

  private void changesOnly(Set<String> names, Action action) {
    deeds[deeds.length - 1] = w.act(() -> {
      remember();
      action.run();
      assertEquals(names, changed());
    });
    w.run(deeds);
    assertEquals(deeds.length - 2, before.size());
  }

  @Test
  @Tag("CAN-7") //= CAN-7 type=test
  void aCancellationTouchesOnlyTheNeighbours() {
    changesOnly(Set.of("t4", "t5", "t6"), () -> w.task("t5").cancel());
  }

  @Test
  @Tag("LOP-8") //= LOP-8 type=test
  void aSetTouchesOnlyTheEndsOfTheQueue() {
    changesOnly(Set.of("t0", "t" + (deeds.length - 3)), e::set);
  }
}
