/**
 * Benchmarks, for JMH. {@code mvn verify} compiles and counts them. To run them, from the root of the repository:
 *
 * <pre>{@code
 * mvn -q -B package dependency:copy-dependencies -DskipTests -pl impl,stress/bench -am
 * java -cp 'stress/bench/target/classes:stress/bench/target/dependency/*' org.openjdk.jmh.Main -prof gc
 * }</pre>
 */
package dev.fanion.bench;
