/**
 * The spec's manifest and the runner that holds TLC to it.
 *
 * <p>{@link dev.fanion.spec.SpecFiles} finds the spec, {@link dev.fanion.spec.Manifest} says what must come out, and
 * {@link dev.fanion.spec.SpecRunner} runs TLC in child processes and judges each run against its entry.
 */
@NullMarked
package dev.fanion.spec;

import org.jspecify.annotations.NullMarked;
