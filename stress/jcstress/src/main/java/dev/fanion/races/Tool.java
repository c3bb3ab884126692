package dev.fanion.races;

/** The tools of which one must catch a broken form. */
public enum Tool {
  /** A race of jcstress, on the machine at hand. */
  JCSTRESS,

  /** A race of jcstress that begins after a setter has stopped half-way for ever. Nearly every sample shows the mistake. */
  STOPPED_SETTER,

  /** The bounded search of interleavings in {@code stress/lincheck}. */
  LINCHECK,

  /** The model of memory orders in {@code spec/tla/memory}: x86 does not show it. */
  MEMORY_MODEL
}
