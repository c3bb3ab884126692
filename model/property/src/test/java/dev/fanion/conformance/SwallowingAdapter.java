package dev.fanion.conformance;

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
