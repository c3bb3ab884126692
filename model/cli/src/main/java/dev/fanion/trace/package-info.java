/**
 * What links a rule to its evidence: properties and mutants of the spec, code, tests, races, planted mistakes, the port to C. All
 * of it is read from the files of a clone: from the manifests, from {@code rules.toml}, and from tags such as
 * {@code //= FLG-5 type=test}.
 */
@NullMarked
package dev.fanion.trace;

import org.jspecify.annotations.NullMarked;
