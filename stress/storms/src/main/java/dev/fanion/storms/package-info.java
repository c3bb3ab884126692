/**
 * Real threads, real signals and faults against the shipped classes, each a part of {@code ./fanion stress}.
 * {@code docs/races.md} says what each part shows, and what it does not.
 *
 * <p>A {@link dev.fanion.storms.Check} tries the shipped classes, and broken variants that it must catch. A
 * {@link dev.fanion.storms.Subject} is a loop with flags, shipped or broken. {@link dev.fanion.storms.Waits} hears of each wait
 * on these flags and complains of what is wrong. A {@link dev.fanion.storms.Watch} tells a hang from slowness.
 */
@NullMarked
package dev.fanion.storms;

import org.jspecify.annotations.NullMarked;
