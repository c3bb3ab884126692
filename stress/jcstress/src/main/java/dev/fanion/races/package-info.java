/**
 * Runs the races of {@code dev.fanion} by jcstress and judges what they show. A race marks itself with
 * {@link dev.fanion.races.Catches} or {@link dev.fanion.races.CaughtBy}; nothing here names a race.
 */
@NullMarked
package dev.fanion.races;

import org.jspecify.annotations.NullMarked;
