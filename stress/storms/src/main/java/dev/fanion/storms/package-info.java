/**
 * Real threads, real signals and faults against the shipped classes, and {@code ./fanion stress}, which runs these and the
 * races of the neighbouring modules and prints one table. What each part shows, and what it does not, is in
 * {@code docs/races.md}.
 */
@NullMarked
package dev.fanion.storms;

import org.jspecify.annotations.NullMarked;
