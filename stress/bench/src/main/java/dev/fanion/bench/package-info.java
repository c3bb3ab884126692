/**
 * Benchmarks of the reference beside its peers. {@code mvn verify} compiles and counts them, and checks that each subject does
 * the work for which it is timed. To run them, from the root of the repository: {@code ./fanion bench --help}. That also builds
 * the jar, with which one benchmark can be run alone, with JMH's own options:
 *
 * <pre>{@code
 * java -cp stress/bench/target/bench.jar org.openjdk.jmh.Main Benchmarks.resume -p subject=FANION -p waiters=10000 -prof gc
 * }</pre>
 */
package dev.fanion.bench;
