/**
 * Schedules of the shipped loop and flag, chosen by Fray, a controller of real threads. Threads park for real here, by
 * {@code LockSupport.park}, which Lincheck cannot control: the loop's own parker, the batons of direct tasks, and interrupts are
 * in the search. Beside each scenario stand forms with one mistake, each of which must be found within a bounded number of
 * schedules. So it shows if Fray does not transform a class, and schedules nothing.
 *
 * <h2>What it cannot show</h2>
 * Fray assumes sequential consistency, as Lincheck does. It draws schedules at random, from a seed, and does not go through all.
 * It finds a loop that sleeps for ever only if no other thread can go on: a setter that is merely slow hides it. It does not
 * control virtual threads, so direct tasks have threads of the system here.
 *
 * <h2>Running it</h2>
 * On Linux on x86-64, with a JDK 25: {@code ./fanion stress --only fray}; or, once it is built by {@code mvn -Pfray package},
 * {@code java -jar stress/fray/target/schedules.jar quick --out target/schedules.tsv}. The first run links an instrumented copy
 * of the JDK into {@code stress/fray/target}.
 */
@NullMarked
package dev.fanion.schedules;

import org.jspecify.annotations.NullMarked;
