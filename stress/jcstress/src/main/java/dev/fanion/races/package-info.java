/**
 * Race tests of the flag, on the shipped classes, for jcstress. Each has a broken variant beside it, graded interesting,
 * which has to be seen: a harness that can not see it proves nothing about the shipped form.
 *
 * <p>{@code mvn verify} compiles the tests and counts them. To run them, from the root of the repository:
 *
 * <pre>{@code
 * mvn -q -B package dependency:copy-dependencies -DskipTests -pl impl,stress/jcstress -am
 * java -cp 'stress/jcstress/target/classes:stress/jcstress/target/dependency/*' org.openjdk.jcstress.Main \
 *     -m quick -r stress/jcstress/target/
 * }</pre>
 *
 * With {@code -t ConsumeVersusSet} it runs one pair, with {@code -v} it tells all outcomes. jcstress needs at least two
 * processors, and finds reorderings only on machines and compilers that make them.
 */
package dev.fanion.races;
