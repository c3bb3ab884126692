/**
 * Interleavings of the shipped flag and loop, explored by Lincheck's model checker: it switches threads at the accesses of
 * shared fields, and checks the state when all have ended.
 *
 * <p>It assumes sequential consistency: every interleaving that it explores is one of whole statements in program order.
 * What a missing barrier would let happen it can not find; that is for the races in {@code stress/jcstress}. It also
 * explores a bounded number of interleavings, not all. So each test has a broken variant beside it that must be found.
 */
package dev.fanion.interleavings;
