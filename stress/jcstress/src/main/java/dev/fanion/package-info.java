/**
 * Races of the flag on the shipped classes, for jcstress, in the package of those classes. {@link dev.fanion.races} runs them.
 * Beside each race stand broken forms. Their forbidden outcome is graded interesting and must be seen: a harness that cannot see
 * it proves nothing about the shipped form.
 *
 * <h2>Running them</h2>
 * From the root of the repository: all races; one with its broken forms; one by jcstress itself, with all outcomes.
 *
 * <pre>{@code
 * ./fanion stress --only jcstress
 * ./fanion stress --race SetVersusSleep
 * java -cp 'stress/jcstress/target/races.jar:stress/jcstress/target/lib/*' org.openjdk.jcstress.Main \
 *     -v -t SetVersusSleep -r target/
 * }</pre>
 *
 * The report of the first two is {@code stress/jcstress/target/jcstress/index.html}. {@code mvn verify} compiles the races,
 * counts them, and compares their outcomes with those that the spec allows.
 *
 * <h2>What they cannot show</h2>
 * jcstress needs two processors, and finds only what this machine and this compiler reorder. On x86 a read may overtake an
 * earlier write to another place, and nothing else is reordered. So a missing release or acquire does not show there, unless the
 * compiler moves an access. {@link dev.fanion.races.CaughtElsewhere} lists the mistakes that other tools must catch, with the
 * reason. A sample has two actors. What needs three threads at once is left to the models, the storms, and the setters stopped
 * half-way.
 *
 * <p>Making a loop takes longer than a race on it. So most races use one loop for many samples: see {@link dev.fanion.Pool}.
 */
@NullMarked
package dev.fanion;

import org.jspecify.annotations.NullMarked;
