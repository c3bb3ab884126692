package dev.fanion.conformance.protocol;

/**
 * What the running task does next.
 *
 * @param op the operation
 * @param on what kind of thing it names
 * @param name that thing's name, or "" where it names none
 * @param millis the limit of a wait (0: none), the length of a sleep or hog, the delay of an armed interrupt
 * @param setters of a storm
 * @param sets of a storm, by each setter
 */
public record Request(Op op, Kind on, String name, int millis, int setters, int sets) {
  private static final int KINDS = Kind.values().length;

  /** In a set of traits: a limit was asked for. */
  public static final long LIMIT = 1L << 63;

  /** What a request can name. */
  public enum Kind {
    NOTHING(""), TASK("task"), EVENT("event"), FLAG("flag");

    final String wire;

    Kind(String wire) {
      this.wire = wire;
    }
  }

  public static Request of(Op op) {
    return new Request(op, Kind.NOTHING, "", 0, 0, 0);
  }

  public static Request of(Op op, Kind on, String name) {
    return new Request(op, on, name, 0, 0, 0);
  }

  public Request lasting(int duration) {
    return new Request(op, on, name, duration, setters, sets);
  }

  public Request storming(int threads, int each) {
    return new Request(op, on, name, millis, threads, each);
  }

  /** This request without its figures, as the spec knows it: a limit is only there or not. */
  public Request plain() {
    int limited = op == Op.WAIT ? Math.min(millis, 1) : 0;
    return limited == millis && setters == 0 ? this : new Request(op, on, name, limited, 0, 0);
  }

  /** Stands for the operation, and the kind of thing that it names, in a set of such. */
  public long trait() {
    return 1L << (op.ordinal() * KINDS + on.ordinal());
  }

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
