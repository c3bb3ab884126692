/**
 * Runs TLC for entries of the manifest, and holds each run to its entry.
 *
 * <p>{@link dev.fanion.spec.run.SpecRunner} is the front door. TLC runs in child processes, and these are the names of what is
 * between the runner and TLC, from outside to inside:
 *
 * <ul>
 *   <li>{@code Session}: a process that checks one entry after another;
 *   <li>{@code TlcProcess}: the process itself, with a working directory of its own;
 *   <li>{@code TlcMain}: the main class in that process, which takes requests and dies with its parent;
 *   <li>{@code TlcCheck}: one check there, with TLC's classes anew by {@code FreshClasses};
 *   <li>{@code TlcOutput}: what TLC prints, which the parent reads;
 *   <li>{@code TlcRun}: what became of one check, for {@code Judge} to compare with the entry.
 * </ul>
 *
 * <p>{@link dev.fanion.spec.run.Distributed} uses {@code TlcProcess} and {@code TlcMain} for a server and its workers.
 */
@NullMarked
package dev.fanion.spec.run;

import org.jspecify.annotations.NullMarked;
