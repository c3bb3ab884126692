package dev.fanion.traces;

import org.jspecify.annotations.Nullable;

/** One line of a trace. */
sealed interface Entry {
  /**
   * An access to memory that threads share.
   *
   * @param thread who made it: loop or a setter; s3 is a task that sets
   * @param during the call that it belongs to, such as "t1 waits on f1"; empty if it is the loop's own
   * @param place a variable of the spec and its argument, such as raised[f1]
   * @param read the value that was read, or null if it only wrote
   * @param written the value that was written, or null if it only read
   * @param mode how, as {@link java.lang.invoke.VarHandle} calls it; "get" and "set" are plain
   */
  record Access(String thread, String during, String place, @Nullable Object read, @Nullable Object written, String mode)
      implements Entry {
    private static final String ASLEEP = "asleep";

    Access during(String call) {
      return new Access(thread, call, place, read, written, mode);
    }

    String variable() {
      int bracket = place.indexOf('[');
      return bracket < 0 ? place : place.substring(0, bracket);
    }

    /** Whether it is the access by which a task leaves its wait: a flag's, or any. */
    boolean isOfATaskThatLeaves() {
      return place.startsWith("leaf[") && "none".equals(written) || place.startsWith("ending[") && "woken".equals(written);
    }

    /** Whether it is the same access, by whatever mode. */
    boolean isLike(Access other) {
      return equals(new Access(other.thread, other.during, other.place, other.read, other.written, mode));
    }

    /**
     * Whether the spec, which knows one order of all accesses, may speak of it: it is volatile. There are two exceptions. The
     * loop reads its own words as it likes, asleep and the leaf of a flag, as nobody else writes them. And asleep may become
     * false late: a setter that still reads true unparks once more than needed.
     */
    boolean isInOneOrder() {
      return switch (mode) {
        case "getVolatile", "setVolatile", "getAndSet", "park", "unpark" -> true;
        case "get" -> thread.equals("loop") && (place.equals(ASLEEP) || place.startsWith("leaf["));
        case "setOpaque" -> place.equals(ASLEEP) && Boolean.FALSE.equals(written);
        default -> false;
      };
    }

    @Override
    public String toString() {
      String what = written == null ? " reads " + place + " = " + read
          : read == null ? " writes " + place + " := " + written
          : " exchanges " + place + " = " + read + " := " + written;
      return thread + what + " (" + mode + ")" + (during.isEmpty() ? "" : ", " + during);
    }
  }

  /**
   * What a task or a setter does that is no access.
   *
   * @param who the task or setter
   * @param does the verb: yields, cancels, is refused, goes on, has set
   * @param what the task that is cancelled, the flag, how a wait has ended; or empty
   */
  record Event(String who, String does, String what) implements Entry {
    @Override
    public String toString() {
      return who + " " + does + (what.isEmpty() ? "" : " " + what);
    }
  }
}
