/** The adapter of the reference implementation: the only place where the suite's protocol and the reference meet. */
@NullMarked
package dev.fanion.adapters.reference;

import org.jspecify.annotations.NullMarked;
