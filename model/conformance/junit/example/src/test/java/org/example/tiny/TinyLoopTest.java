package org.example.tiny;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.junit.EventConformance;

/** The tiny loop's events mean what Fanion's spec says. */
class TinyLoopTest extends EventConformance {
  @Override
  protected Adapter adapter() {
    return new TinyAdapter(TinyEvent::new);
  }
}
