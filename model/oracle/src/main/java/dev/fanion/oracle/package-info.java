/**
 * TLC's own next-state relation inside the JVM: the oracle of the conformance suite and of the properties.
 *
 * <p>A spec is read from its {@code .tla} files; its meaning is not written a second time. {@link
 * dev.fanion.oracle.Oracle} is one loaded spec, {@link dev.fanion.oracle.Candidates} the set of its states that explain
 * what was observed so far.
 */
@NullMarked
package dev.fanion.oracle;

import org.jspecify.annotations.NullMarked;
