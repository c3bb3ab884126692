/**
 * Races of the flag on the shipped classes, for jcstress, in the package of those classes. Each test has broken forms
 * beside it, graded interesting, which have to be seen: a harness that can not see them proves nothing about the shipped
 * form.
 *
 * <h2>Running them</h2>
 * From the root of the repository, once {@code mvn -q -B package -DskipTests -pl stress/jcstress -am} has built them: a
 * lane, {@code quick} or {@code long}; one test with its broken forms; one test by jcstress itself, with all outcomes.
 *
 * <pre>{@code
 * java -jar stress/jcstress/target/races.jar quick --out target/races.tsv
 * java -jar stress/jcstress/target/races.jar quick --out target/races.tsv --only SetVersusSleep
 * java -cp 'stress/jcstress/target/races.jar:stress/jcstress/target/lib/*' org.openjdk.jcstress.Main \
 *     -v -t SetVersusSleep -r target/
 * }</pre>
 *
 * The report is {@code stress/jcstress/target/jcstress/index.html}. {@code mvn verify} compiles the tests, counts them, and
 * compares their outcomes with those that the spec allows.
 *
 * <h2>What they can not show</h2>
 * jcstress needs two processors, and finds only what this machine and compiler reorder. x86 lets a read overtake an earlier
 * write to another place, and nothing else; so a missing release or acquire is not seen there, unless the compiler moves
 * an access. {@link dev.fanion.races.CaughtElsewhere} lists the mistakes that other tools must catch, with the reason. A sample has
 * two actors: what needs three threads at once is for the models, the storms, and the setters stopped half-way.
 *
 * <p>Making a loop takes longer than a race on it; so the samples of most tests use one again: see {@link dev.fanion.Pool}.
 */
@NullMarked
package dev.fanion;

import org.jspecify.annotations.NullMarked;
