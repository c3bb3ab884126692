package dev.fanion.races;

/** What must catch a broken form. */
public enum Tool {
  /** A race of jcstress, on the machine at hand. */
  JCSTRESS,

  /**
   * A race of jcstress in which one setter has stopped half-way for ever before it begins: seen in every sample, or
   * nearly.
   */
  STOPPED_SETTER,

  /** The bounded search of interleavings in {@code stress/lincheck}. */
  LINCHECK,

  /** The model of memory orders in {@code spec/tla/memory}: x86 does not show it. */
  MEMORY_MODEL
}
