package dev.fanion.conformance.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Serves the protocol for an adapter in this JVM. */
public final class AdapterServer {
  private final Adapter adapter;
  private final BufferedReader in;
  private final PrintStream out;

  /** Why the server cannot go on: a request that it could not read. */
  private @Nullable String problem;

  /** A server that reads requests and writes replies by these two streams. */
  public AdapterServer(Adapter adapter, BufferedReader in, PrintStream out) {
    this.adapter = adapter;
    this.in = in;
    this.out = out;
  }

  /**
   * Serves until the driver quits or the input ends.
   *
   * @return 0, or 2 after a request that could not be read
   */
  public int serve() throws IOException {
    say(Wire.write(adapter.hello()));
    for (String line = in.readLine(); line != null && !line.strip().equals(Wire.QUIT); line = in.readLine()) {
      try {
        JsonNode node = Wire.parse(line);
        if (node.path("op").asText().equals("quit")) {
          return 0;
        } else if (!node.path("op").asText().equals("begin")) {
          throw new Wire.MalformedLine("a scenario opens with begin, not with " + node.path("op"));
        }
        Cast cast = Wire.cast(node);
        adapter.run(cast, reply -> turn(reply, cast));
      } catch (Wire.MalformedLine | AdapterFailure e) {
        problem = e.getMessage();
      }
      if (problem != null) {
        say(JsonNodeFactory.instance.objectNode().put("error", problem).toString());
        return 2;
      }
    }
    return 0;
  }

  private @Nullable Request turn(Reply reply, Cast cast) {
    if (problem != null) {
      return null;
    }
    say(Wire.write(reply, adapter.hello().hasClock() ? adapter.nanoTime() : null));
    if (reply.over()) {
      return null;
    }
    try {
      String line = in.readLine();
      return line == null ? null : Wire.request(Wire.parse(line), cast);
    } catch (IOException e) {
      problem = e.getMessage();
      return null;
    }
  }

  private void say(String line) {
    out.print(line + "\n");
    out.flush();
  }
}
