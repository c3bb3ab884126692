/**
 * The protocol of {@code docs/protocol.md} in Java: its messages, their form on the wire, and both sides of it. An adapter
 * in this JVM needs no other package of the suite.
 */
@NullMarked
package dev.fanion.conformance.protocol;

import org.jspecify.annotations.NullMarked;
