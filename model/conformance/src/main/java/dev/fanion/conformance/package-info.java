/**
 * The conformance suite: it drives an implementation through the conversations of the protocol ({@code
 * docs/protocol.md}) and checks every reply against the spec.
 *
 * <p>A reader's order: {@link dev.fanion.conformance.protocol.Adapter} is what is tested, {@link
 * dev.fanion.conformance.protocol.Dialogue} the suite's side of one scenario, {@link dev.fanion.conformance.Model} the spec as
 * requests and replies, {@link dev.fanion.conformance.Tracker} the states that explain a conversation, {@link
 * dev.fanion.conformance.Atlas} and {@link dev.fanion.conformance.Walk} the way through every transition, {@link
 * dev.fanion.conformance.Suite} the whole run.
 */
@NullMarked
package dev.fanion.conformance;

import org.jspecify.annotations.NullMarked;
