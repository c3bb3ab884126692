/**
 * Writes the generated parts of {@code spec/README.md} and of the pages in {@code docs}. The parts come from the manifest, from
 * the modules, and from runs of TLC.
 *
 * <p>{@link dev.fanion.spec.docs.Pages} is the front door.
 */
@NullMarked
package dev.fanion.spec.docs;

import org.jspecify.annotations.NullMarked;
