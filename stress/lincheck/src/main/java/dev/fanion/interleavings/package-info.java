/**
 * Interleavings of the shipped flag, event and loop with setters on other threads, explored by Lincheck's model checker. Each
 * scenario is also run on a loop cut down to the fields that setters and loop share. The right form of that loop must pass. Each
 * form with a mistake must be found, with its symptom.
 *
 * <p>The loop sleeps by a monitor here, not by {@code LockSupport.park}. Lincheck lets a park return at any time, so a lost
 * wake-up would not show. {@link dev.fanion.interleavings.Watch} finds a loop that sleeps for ever, without a time limit.
 *
 * <h2>What it cannot show</h2>
 * Lincheck assumes sequential consistency: every interleaving is one of whole accesses in program order. The effects of a missing
 * barrier are left to the races in {@code stress/jcstress}, on the machine at hand, and to the memory-order model
 * ({@code docs/memory-orders.md}), on C11's machine. Lincheck runs a bounded number of interleavings, not all, those with fewest
 * preemptions first: {@code mvn verify} a few, {@code quick} more, {@code long} many. Lincheck takes a loop of more than some
 * fifty turns for a livelock. So the growth of the tree beyond 64 flags is left to the races.
 *
 * <h2>Running it</h2>
 * From the root of the repository: {@code ./fanion stress --only lincheck}; or, once it is built,
 * {@code java -jar stress/lincheck/target/interleavings.jar quick --out target/interleavings.tsv}.
 */
@NullMarked
package dev.fanion.interleavings;

import org.jspecify.annotations.NullMarked;
