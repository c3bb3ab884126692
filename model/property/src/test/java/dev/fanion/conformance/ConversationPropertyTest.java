package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.adapters.reference.ReferenceAdapter;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Trouble;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Every legal conversation with the reference is one that the spec explains, whatever is asked, with time or without. */
class ConversationPropertyTest {
  private static final int LONGEST = 60;
  private static final Models MODELS = new Models();

  @AfterContainer
  static void close() {
    MODELS.close();
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 9_999).list().ofMaxSize(LONGEST);
  }

  private static @Nullable Finding held(Adapter adapter, Begin begin, List<Integer> choices) throws Trouble {
    Model model = MODELS.get(Profile.asyncio(), adapter.hello().features(), begin);
    return new Session(adapter).hold(model, new ListedChooser(model, choices), rules -> { });
  }

  @Property(tries = 600)
  void theSpecExplainsEveryConversation(@ForAll("choices") List<Integer> choices) throws Trouble {
    try (Adapter reference = ReferenceAdapter.onVirtualTime()) {
      assertNull(held(reference, Begin.of(3, 1, 1), choices));
    }
  }

  @Property(tries = 150)
  void theSpecExplainsEveryConversationOfMoreTasksAndObjects(@ForAll("choices") List<Integer> choices) throws Trouble {
    try (Adapter reference = ReferenceAdapter.onVirtualTime()) {
      assertNull(held(reference, Begin.of(4, 2, 2), choices));
    }
  }

  /** The same conversations tell the reference from one that swallows cancellations. */
  @Example
  void aMistakeIsNotExplained() {
    assertTrue(choices().sampleStream().limit(1_000).anyMatch(ConversationPropertyTest::breaksTheSwallowing));
  }

  private static boolean breaksTheSwallowing(List<Integer> choices) {
    try (Adapter swallowing = new SwallowingAdapter()) {
      return held(swallowing, Begin.of(3, 1, 1), choices) != null;
    } catch (Trouble e) {
      throw new IllegalStateException(e);
    }
  }
}
