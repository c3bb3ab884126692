/**
 * What benchmarks need from inside the reference: forms of its methods that are not shipped, on the shipped fields.
 */
@NullMarked
package dev.fanion;

import org.jspecify.annotations.NullMarked;
