package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The turns of one scenario between an adapter in this JVM and the suite: a reply goes over to the suite's thread, and the next
 * request comes back.
 *
 * <h2>Threads</h2>
 * {@link #next} and {@link #returned} are for the adapter's threads, whichever they are; the rest is confined to the suite's.
 */
final class Turns implements Driver {
  /** What comes from the adapter. */
  sealed interface Came permits Said, Returned, OutOfTurn {}

  /** A task spoke, at this time of the adapter's clock. */
  record Said(Reply reply, long now) implements Came {}

  /** {@code run} returned, or threw this. */
  record Returned(@Nullable Throwable thrown) implements Came {}

  /** A task spoke while it was the turn of another one. */
  record OutOfTurn(Reply reply) implements Came {}

  private final LongSupplier clock;
  private final BlockingQueue<Came> came = new LinkedBlockingQueue<>();
  private final BlockingQueue<Optional<Request>> asked = new LinkedBlockingQueue<>();

  /** Whether a task has spoken, and waits for its next request. */
  private final AtomicBoolean speaking = new AtomicBoolean();

  /** Whether the suite asks for nothing more. Written by the suite, read by the adapter. */
  private volatile boolean over;

  Turns(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public @Nullable Request next(Reply reply) {
    if (over) {
      return null;
    } else if (!speaking.compareAndSet(false, true)) {
      came.add(new OutOfTurn(reply));
      return null;
    }
    came.add(new Said(reply, clock.getAsLong()));
    Request request = taken();
    speaking.set(false);
    return request;
  }

  /** The next request. An interrupt of this thread is for the runtime under test, and is kept for it. */
  private @Nullable Request taken() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return asked.take().orElse(null);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The adapter's {@code run} is over. */
  void returned(@Nullable Throwable thrown) {
    came.add(new Returned(thrown));
  }

  /** What comes next, or null if nothing does within this time, in nanoseconds, or if this thread is interrupted. */
  @Nullable Came await(long nanos) {
    try {
      return came.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Sends a request to the task that spoke; null for no further one. */
  void answer(@Nullable Request request) {
    over = request == null;
    asked.add(Optional.ofNullable(request));
  }
}
