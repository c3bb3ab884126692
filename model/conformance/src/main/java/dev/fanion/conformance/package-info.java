/**
 * The conformance suite: it drives an implementation through the conversations of the protocol ({@code docs/protocol.md}) and
 * checks every reply against the spec. {@link dev.fanion.conformance.SuiteRun} is its front door. It knows no implementation.
 *
 * <h2>Words</h2>
 * A <i>scenario</i> is one run of one event loop by an adapter; its <i>cast</i> are the tasks, events and flags by name. The
 * <i>conversation</i> is what is said in a scenario: a list of <i>exchanges</i>, each a request with its reply. A <i>driver</i>
 * sends the requests. A <i>run</i> of the suite has many scenarios.
 *
 * <h2>A reader's order</h2>
 * <ol>
 *   <li>{@link dev.fanion.conformance.protocol.Adapter} is what is tested, {@link dev.fanion.conformance.Conversation} the
 *       suite's side of a scenario with it.
 *   <li>{@link dev.fanion.conformance.SpecModel} is the spec as requests and replies, {@link dev.fanion.conformance.Tracker}
 *       the states that explain a conversation, {@link dev.fanion.conformance.Diagnosis} the rules that a reply breaks.
 *   <li>A {@link dev.fanion.conformance.Chooser} chooses the requests: {@link dev.fanion.conformance.Walk} goes through every
 *       transition of an {@link dev.fanion.conformance.Atlas}, others choose at random or repeat a conversation.
 *   <li>{@link dev.fanion.conformance.Fingerprint} finds the sides of the implementation by experiments, before anything is
 *       judged. {@link dev.fanion.conformance.Shrinker} makes a finding short.
 *   <li>{@link dev.fanion.conformance.Suite} is the whole run, {@link dev.fanion.conformance.Results} what it found.
 * </ol>
 */
@NullMarked
package dev.fanion.conformance;

import org.jspecify.annotations.NullMarked;
