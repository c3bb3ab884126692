package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Chooses the requests of a conversation. */
interface Chooser {
  /**
   * The next request to the running task.
   *
   * @param tracker the conversation so far; the request must be legal in it
   * @param reply the latest reply
   * @return null to give the scenario up
   */
  @Nullable Request choose(Tracker tracker, Reply reply);

  /** The scenario ended with this reply, and the spec explains it. */
  default void ended(Reply reply) {}

  /** The same requests, each of which goes through this before it is made; null gives the scenario up. */
  default Chooser through(BiFunction<Tracker, Request, @Nullable Request> each) {
    Chooser first = this;
    return new Chooser() {
      @Override
      public @Nullable Request choose(Tracker tracker, Reply reply) {
        Request request = first.choose(tracker, reply);
        return request == null ? null : each.apply(tracker, request);
      }

      @Override
      public void ended(Reply reply) {
        first.ended(reply);
      }
    };
  }
}
