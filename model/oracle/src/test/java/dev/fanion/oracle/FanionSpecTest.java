package dev.fanion.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is TLC: it reaches exactly as many states as the model checker counts. */
class FanionSpecTest {
  @ParameterizedTest
  @ValueSource(strings = {"conversations", "limits", "objects"})
  void aSearchReachesWhatTheManifestCounts(String name) throws IOException {
    Path spec = SpecFiles.find();
    Entry entry = Manifest.load(spec).entry(name);
    Expectation.Holds holds = assertInstanceOf(Expectation.Holds.class, entry.expect());
    try (Oracle oracle = Oracle.load(spec.resolve("tla"), entry.module(), entry.config().text())) {
      assertEquals(new Search((int) holds.distinct(), holds.generated()), Search.of(oracle));
    }
  }
}
