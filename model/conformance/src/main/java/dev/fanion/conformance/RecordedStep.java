package dev.fanion.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanion.conformance.protocol.Wire;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of a recorded run: a request and its reply, as the protocol writes them, with the times of both in milliseconds:
 * {@code {"sent":1.250,"request":{"op":"yield"},"told":1.375,"reply":{"task":"t1","result":"started"}}}. Without times, time is
 * unknown; without a reply, none came.
 *
 * @param number of the line in its file, from 1
 * @param sent when the request was made, in nanoseconds; {@link #UNKNOWN} if that is not known
 * @param told when its reply came; likewise
 */
record RecordedStep(int number, JsonNode request, @Nullable JsonNode reply, long sent, long told) {
  static final long UNKNOWN = Long.MIN_VALUE;

  /** A line with these times in nanoseconds, and these lines of the protocol. */
  static String write(long sent, String request, long told, @Nullable String reply) {
    String asked = String.format(Locale.ROOT, "{\"sent\":%.3f,\"request\":%s", sent / 1e6, request);
    return reply == null ? asked + "}" : String.format(Locale.ROOT, "%s,\"told\":%.3f,\"reply\":%s}", asked, told / 1e6, reply);
  }

  static RecordedStep read(int number, String line) throws Wire.MalformedLine {
    JsonNode node = Wire.parse(line);
    JsonNode request = node.path("request");
    JsonNode reply = node.path("reply");
    if (!request.isObject()) {
      throw new IllegalArgumentException("it has no object \"request\"");
    }
    return new RecordedStep(number, request, reply.isObject() ? reply : null, nanos(node, "sent"), nanos(node, "told"));
  }

  private static long nanos(JsonNode node, String member) {
    JsonNode time = node.path(member);
    if (!time.isMissingNode() && !(time.isNumber() && Math.abs(time.doubleValue()) < 1e12)) {
      throw new IllegalArgumentException("its \"" + member + "\" is no time in milliseconds");
    }
    return time.isMissingNode() ? UNKNOWN : Math.round(time.doubleValue() * 1e6);
  }

  boolean begins() {
    return request.path("op").asText().equals("begin");
  }

  boolean hasTimes() {
    return sent != UNKNOWN && (reply == null || told != UNKNOWN);
  }

  /** Whether what is asked for ends by time. */
  boolean needsTime() {
    return request.has("timeout_ms") || request.has("ms") || request.has("delay_ms");
  }
}
