package dev.fanion.conformance.protocol;

/**
 * What the running task does next.
 *
 * @param op the operation
 * @param on the kind of thing that the request names
 * @param name the name of that thing, or "" if the request names none
 * @param millis the limit of a wait (0: none), the length of a sleep or hog, the delay of an armed interrupt
 * @param setters the number of threads of a storm
 * @param sets the number of sets by each of these threads
 */
public record Request(Op op, Kind on, String name, int millis, int setters, int sets) {
  private static final int KINDS = Kind.values().length;

  /** The trait of a wait with a limit, see {@link #trait}. */
  public static final long LIMIT = 1L << 63;

  /** What a request can name. */
  public enum Kind {
    NOTHING(""), TASK("task"), EVENT("event"), FLAG("flag");

    final String wire;

    Kind(String wire) {
      this.wire = wire;
    }
  }

  /** A request that names nothing. */
  public static Request of(Op op) {
    return new Request(op, Kind.NOTHING, "", 0, 0, 0);
  }

  /** A request that names a thing. */
  public static Request of(Op op, Kind on, String name) {
    return new Request(op, on, name, 0, 0, 0);
  }

  /** This request with a limit, a length or a delay, in milliseconds. */
  public Request lasting(int duration) {
    return new Request(op, on, name, duration, setters, sets);
  }

  /** This storm with its number of threads and of sets by each. */
  public Request storming(int threads, int each) {
    return new Request(op, on, name, millis, threads, each);
  }

  /** This request as the spec knows it: without numbers; a limit is present or absent. */
  public Request plain() {
    int limited = op == Op.WAIT ? Math.min(millis, 1) : 0;
    return limited == millis && setters == 0 ? this : new Request(op, on, name, limited, 0, 0);
  }

  /** A bit that stands for the operation and the kind of thing that it names. Traits of several requests make a set. */
  public long trait() {
    return 1L << (op.ordinal() * KINDS + on.ordinal());
  }

  /** Whether this is a wait with a limit. */
  public boolean limited() {
    return op == Op.WAIT && millis > 0;
  }

  @Override
  public String toString() {
    String what = op.wire() + (name.isEmpty() ? "" : " " + name);
    return switch (op) {
      case WAIT -> millis > 0 ? what + ", at most " + millis + " ms" : what;
      case SLEEP, HOG, ARM -> what + " " + millis + " ms";
      case STORM -> what + " " + setters + " x " + sets;
      default -> what;
    };
  }
}
