/** An event loop with the two signalling primitives of {@code asyncio}: an event and an interrupt-safe flag. */
module dev.fanion {
  requires static transitive org.jspecify;

  exports dev.fanion;
}
