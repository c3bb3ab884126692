package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import org.jspecify.annotations.Nullable;

/**
 * One request of a conversation.
 *
 * @param task the task that was asked
 * @param reply what came back; null if nothing did, or if the exchange is only to be repeated
 */
record Exchange(String task, Request request, @Nullable Reply reply) {
  @Override
  public String toString() {
    return task + ": " + request + " -> " + told();
  }

  /** The reply in words. */
  String told() {
    return reply == null ? "(no reply)" : reply.toString();
  }
}
