/**
 * The manifest of the spec: which runs of TLC there are, what each reads, and what must come out.
 *
 * <p>{@link dev.fanion.spec.SpecFiles} finds the spec. {@link dev.fanion.spec.Manifest} has an {@link dev.fanion.spec.Entry} for
 * each run, with its {@link dev.fanion.spec.Config} and its {@link dev.fanion.spec.Expectation}.
 * {@link dev.fanion.spec.Modules} reads the TLA+ modules, and {@link dev.fanion.spec.Vacuity} looks for properties that could not
 * fail. Nothing here runs TLC: package {@code run} does.
 */
@NullMarked
package dev.fanion.spec;

import org.jspecify.annotations.NullMarked;
