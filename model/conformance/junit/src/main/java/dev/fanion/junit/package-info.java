/**
 * The conformance suite as JUnit tests. {@link dev.fanion.junit.EventConformance} is all of it; what is tested is an {@link
 * dev.fanion.conformance.protocol.Adapter}.
 */
@NullMarked
package dev.fanion.junit;

import org.jspecify.annotations.NullMarked;
