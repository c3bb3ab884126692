package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An adapter whose every exchange is written to a file, in the form that {@link RecordedStep} reads.
 *
 * <h2>Threads</h2>
 * As the adapter itself.
 */
public final class TracingAdapter implements Adapter {
  private final Adapter adapter;
  private final PrintWriter file;
  private final long start;

  /** Writes what is said to this adapter, and by it. */
  public TracingAdapter(Adapter adapter, Path file) throws IOException {
    this.adapter = adapter;
    try {
      this.file = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException("the trace cannot be written to " + file + "; choose another --trace", e);
    }
    start = adapter.hello().hasClock() ? 0 : adapter.nanoTime();
    this.file.println(Wire.write(adapter.hello()));
  }

  @Override
  public Hello hello() {
    return adapter.hello();
  }

  @Override
  public void run(Cast cast, Driver driver) throws AdapterFailure {
    Step[] pending = {new Step(Wire.write(cast), adapter.nanoTime())};
    try {
      adapter.run(cast, reply -> {
        pending[0].write(Wire.write(reply));
        pending[0] = null;
        Request next = driver.next(reply);
        pending[0] = next == null ? null : new Step(Wire.write(next), adapter.nanoTime());
        return next;
      });
    } finally {
      if (pending[0] != null) {
        pending[0].write(null);
      }
    }
  }

  /** A request that was made at this time. */
  private final class Step {
    private final String request;
    private final long sent;

    Step(String request, long sent) {
      this.request = request;
      this.sent = sent;
    }

    void write(@Nullable String reply) {
      file.println(RecordedStep.write(sent - start, request, adapter.nanoTime() - start, reply));
    }
  }

  @Override
  public long nanoTime() {
    return adapter.nanoTime();
  }

  @Override
  public boolean realTime() {
    return adapter.realTime();
  }

  @Override
  public boolean takesTime() {
    return adapter.takesTime();
  }

  @Override
  public long roundTrip() {
    return adapter.roundTrip();
  }

  @Override
  public void impatient(int times) {
    adapter.impatient(times);
  }

  @Override
  public void patient() {
    adapter.patient();
  }

  @Override
  public void quit() throws AdapterFailure {
    adapter.quit();
  }

  @Override
  public void discard() {
    adapter.discard();
  }

  @Override
  public void close() {
    file.close();
    adapter.close();
  }
}
