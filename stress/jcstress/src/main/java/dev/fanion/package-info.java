/**
 * Races of the flag on the shipped classes, for jcstress, in the package of those classes. Each test has broken forms beside it,
 * graded interesting, which have to be seen: a harness that can not see them proves nothing about the shipped form.
 *
 * <h2>Running them</h2>
 * From the root of the repository, once {@code mvn -q -B package -DskipTests -pl stress/jcstress -am} has built them:
 *
 * <pre>{@code
 * java -jar stress/jcstress/target/races.jar quick --out target/races.tsv                        # a lane: quick or long
 * java -jar stress/jcstress/target/races.jar quick --out target/races.tsv --only SetVersusSleep  # one test
 * java -cp stress/jcstress/target/races.jar org.openjdk.jcstress.Main -v -t SetVersusSleep -r target/  # all its outcomes
 * }</pre>
 *
 * The report is {@code stress/jcstress/target/jcstress/index.html}. {@code mvn verify} compiles the tests, counts them and compares
 * their outcomes with those that the spec allows.
 *
 * <h2>What they can not show</h2>
 * jcstress needs two processors, and finds only what this machine and compiler reorder. x86 lets a read overtake an earlier write
 * to another place, and nothing else; so a missing release or acquire that costs nothing there is not seen, unless the compiler
 * moves an access. {@link dev.fanion.Elsewhere} lists the mistakes that other tools must catch, with the reason. A sample is
 * two actors: what needs three threads at once is for the models, the storms and the setters that are stopped half-way.
 *
 * <p>Making a loop takes longer than a race on it; so the samples of most tests reuse one: see {@link dev.fanion.Pool}.
 */
@NullMarked
package dev.fanion;

import org.jspecify.annotations.NullMarked;
