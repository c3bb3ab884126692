package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.adapters.reference.ReferenceAdapter;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** The spec explains every legal conversation with the reference, with time limits or without. */
class ConversationPropertyTest {
  private static final int LONGEST = 60;
  private static final ModelCache MODELS = new ModelCache();

  @AfterContainer
  static void close() {
    MODELS.close();
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 9_999).list().ofMaxSize(LONGEST);
  }

  private static @Nullable Finding finding(Adapter adapter, Cast cast, List<Integer> choices) throws AdapterFailure {
    SpecModel model = MODELS.get(Profile.asyncio(), adapter.hello().operations(), cast);
    return new TestedAdapter(adapter).run(model, new ListedChooser(model, choices), rules -> { });
  }

  @Property(tries = 600)
  void theSpecExplainsEveryConversation(@ForAll("choices") List<Integer> choices) throws AdapterFailure {
    try (Adapter reference = ReferenceAdapter.onVirtualTime()) {
      assertNull(finding(reference, Cast.of(3, 1, 1), choices));
    }
  }

  @Property(tries = 150)
  void theSpecExplainsEveryConversationOfMoreTasksAndObjects(@ForAll("choices") List<Integer> choices) throws AdapterFailure {
    try (Adapter reference = ReferenceAdapter.onVirtualTime()) {
      assertNull(finding(reference, Cast.of(4, 2, 2), choices));
    }
  }

  /** The same conversations distinguish the reference from an adapter that swallows cancellations. */
  @Example
  void aMistakeIsNotExplained() {
    assertTrue(choices().sampleStream().limit(1_000).anyMatch(ConversationPropertyTest::breaksTheSwallowing));
  }

  private static boolean breaksTheSwallowing(List<Integer> choices) {
    try (Adapter swallowing = new SwallowingAdapter()) {
      return finding(swallowing, Cast.of(3, 1, 1), choices) != null;
    } catch (AdapterFailure e) {
      throw new IllegalStateException(e);
    }
  }
}
