package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import org.jspecify.annotations.Nullable;

/** Decides what the running task is asked next. */
interface Chooser {
  /**
   * @param tracker the conversation so far; what is chosen must be legal in it
   * @param reply the latest reply
   * @return null to give the scenario up
   */
  @Nullable Request choose(Tracker tracker, Reply reply);

  /** The scenario ended with this reply, which the spec explains. */
  default void ended(Reply reply) {}
}
