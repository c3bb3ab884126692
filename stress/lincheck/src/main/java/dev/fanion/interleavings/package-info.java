/**
 * Interleavings of the shipped flag, event and loop with setters on other threads, explored by Lincheck's model checker. Each
 * scenario stands beside the same one on a loop that is cut down to what they share: the right form, which must pass, and
 * forms with one mistake each, which must be found, with their symptom.
 *
 * <p>The loop sleeps by a monitor here, not by {@code LockSupport.park}: Lincheck lets that return at any time, so a lost
 * wake-up would not be seen. A loop that sleeps on is found by {@link dev.fanion.interleavings.Watch}, not by a time limit.
 *
 * <h2>What it can not show</h2>
 * It assumes sequential consistency: every interleaving is one of whole accesses in program order. What a missing barrier
 * would let happen is for the races in {@code stress/jcstress}, on the machine at hand, and for the memory-order model
 * ({@code docs/memory-orders.md}), on C11's. It runs a bounded number of interleavings, those with fewest preemptions first,
 * not all: {@code mvn verify} a few, {@code quick} more, {@code long} many. A loop of more than some fifty turns it takes for
 * a livelock, so the growth of the tree beyond 64 flags is left to the races.
 *
 * <h2>Running it</h2>
 * From the root of the repository: {@code ./fanion stress --only lincheck}; or, once it is built,
 * {@code java -jar stress/lincheck/target/interleavings.jar quick --out target/interleavings.tsv}.
 */
@NullMarked
package dev.fanion.interleavings;

import org.jspecify.annotations.NullMarked;
