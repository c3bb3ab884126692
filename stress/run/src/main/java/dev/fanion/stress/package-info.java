/**
 * The command {@code ./fanion stress}, and the {@link dev.fanion.stress.Row rows} in which each part of it reports. The command
 * starts each part as a process of its own and prints one table. {@code docs/races.md} says what each part shows, and what it
 * does not.
 */
@NullMarked
package dev.fanion.stress;

import org.jspecify.annotations.NullMarked;
