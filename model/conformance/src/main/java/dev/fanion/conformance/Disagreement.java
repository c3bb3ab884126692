package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import java.util.Set;

/**
 * A reply, or a silence, that no state of the spec explains.
 *
 * @param allowed the replies that the spec allows instead
 * @param rules the rules that are broken
 */
record Disagreement(Set<Reply> allowed, long rules) {}
