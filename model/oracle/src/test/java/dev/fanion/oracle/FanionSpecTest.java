package dev.fanion.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is TLC: it reaches exactly as many states as the model checker counts. */
class FanionSpecTest {
  @ParameterizedTest
  @ValueSource(strings = {"conversations", "limits", "objects"})
  void aSearchReachesWhatTheManifestCounts(String name) throws IOException {
    Path spec = SpecFiles.find();
    Entry entry = Manifest.load(spec).select(List.of(name)).get(0);
    Expectation.Holds holds = assertInstanceOf(Expectation.Holds.class, entry.expect());
    String config = Files.readString(spec.resolve("tla").resolve(entry.config()));
    try (Oracle oracle = Oracle.load(spec.resolve("tla"), entry.module(), config)) {
      assertEquals(new Search((int) holds.distinct(), holds.generated()), Search.of(oracle));
    }
  }
}
