package dev.fanion.conformance;

import dev.fanion.adapters.reference.ReferenceAdapter;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.util.HashMap;
import java.util.Map;

/** The reference with a mistake: it reports a cancelled waiter as woken. */
final class SwallowingAdapter implements Adapter {
  private final Adapter reference = ReferenceAdapter.onVirtualTime();

  @Override
  public Hello hello() {
    return reference.hello();
  }

  @Override
  public void run(Cast cast, Driver driver) throws AdapterFailure {
    Map<String, Request> last = new HashMap<>();
    reference.run(cast, reply -> {
      Request own = last.get(reply.task());
      boolean waiter = own != null && own.op() == Op.WAIT;
      Request next = driver.next(
          waiter && reply.result() == Result.CANCELLED ? Reply.of(reply.task(), Result.WOKEN) : reply);
      if (next != null) {
        last.put(reply.task(), next);
      }
      return next;
    });
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
