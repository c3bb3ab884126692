/** The command line {@code ./fanion}: what the user types, and the small programs of {@code ./fanion demo}. */
@NullMarked
package dev.fanion.cli;

import org.jspecify.annotations.NullMarked;
