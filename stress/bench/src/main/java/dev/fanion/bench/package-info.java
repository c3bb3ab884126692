/**
 * Benchmarks of the reference beside its peers. {@code mvn verify} compiles and counts them, and checks that each subject does
 * what it is timed at. To run them, from the root of the repository: {@code ./fanion bench --help}. One alone, with JMH's own
 * options, once that has built the jar:
 *
 * <pre>{@code
 * java -cp stress/bench/target/bench.jar org.openjdk.jmh.Main Benchmarks.resume -p subject=FANION -p waiters=10000 -prof gc
 * }</pre>
 */
package dev.fanion.bench;
