package dev.fanion.races;

/** Mistakes that races on x86 do not show, or that another tool shows better: which tool must catch them, and why. */
enum CaughtElsewhere {
  LOOK_THEN_SLEEP(Tool.LINCHECK, "the loop does not look between saying that it sleeps and its sleep",
      "a matter of interleaving only, which a bounded search finds for certain"),
  WAKE_BEFORE_STORE(Tool.LINCHECK, "a setter wakes the loop before it raises the flag",
      "a matter of interleaving only, which a bounded search finds for certain"),
  UNGUARDED_EVENT(Tool.LINCHECK, "an event that one other thread sets without a guard",
      "a matter of interleaving only, on the real queue, which a bounded search finds for certain"),
  QUEUED_ONLY_ON_THE_CHANGE(Tool.LINCHECK, "a setter that finds the flag set does not queue it",
      "needs an older set whose work the loop has half done; a matter of interleaving only"),
  VOLATILE_READ_THEN_WRITE(Tool.MEMORY_MODEL,
      "the consume is a volatile read, then a volatile write, and the payload is read after it",
      "the volatile write is a full barrier on x86, so what it overwrites has been seen with its payload"),
  PLAIN_STORE_BEFORE_AN_ATOMIC_HINT(Tool.MEMORY_MODEL,
      "the flag is raised by a plain store, and the hint after it marked by an atomic exchange",
      "x86 keeps the order of stores, and its exchange is a full barrier"),
  HINT_READ_BY_ACQUIRE(Tool.MEMORY_MODEL, "a setter reads by acquire that a hint is marked, and leaves it",
      "the volatile store of the flag before it is a full barrier on x86, so the read is not early"),
  RELEASE_SEQUENCE_BROKEN(Tool.MEMORY_MODEL, "a later setter's release store ends the release sequence of an earlier one",
      "x86 has one order of stores that all see"),
  PLAIN_LOOK(Tool.MEMORY_MODEL,
      "the look by which the loop decides to wake does not acquire, and clear() comes before the return",
      "x86 keeps the order of reads, and the exchange of the return is a full barrier"),
  PLAIN_END(Tool.MEMORY_MODEL, "a task's end is a plain store", "x86 keeps the order of stores");

  final Tool tool;
  final String mistake;
  final String reason;

  CaughtElsewhere(Tool tool, String mistake, String reason) {
    this.tool = tool;
    this.mistake = mistake;
    this.reason = reason;
  }
}
