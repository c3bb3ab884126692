package dev.fanion.conformance;

import dev.fanion.adapters.reference.ReferenceAdapter;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Dialogue;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Trouble;

/** The reference with a mistake: tells of no cancellation of a waiter but of a wake-up. */
final class SwallowingAdapter implements Adapter {
  private final Adapter reference = ReferenceAdapter.onVirtualTime();

  @Override
  public Hello hello() {
    return reference.hello();
  }

  @Override
  public void run(Begin begin, Dialogue dialogue) throws Trouble {
    reference.run(begin, reply -> dialogue.next(
        reply.result().equals("cancelled") ? Reply.of(reply.task(), "woken") : reply));
  }

  @Override
  public long nanoTime() {
    return reference.nanoTime();
  }

  @Override
  public boolean realTime() {
    return false;
  }

  @Override
  public void close() {
    reference.close();
  }
}
