package dev.fanion.traces;

import dev.fanion.traces.Entry.Access;
import dev.fanion.traces.Entry.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Records one run, and chooses who goes on. An access and its record are one step under one lock, and only the chosen thread may
 * make it. So the order of the records is the order of the accesses, and the seed alone decides it. Public, as what
 * {@link TracedClasses} loads calls it.
 */
public final class Recorder {
  /** How many steps one thread makes before another may be chosen, on average. */
  private static final int STEPS_OF_ONE = 3;

  private static final List<Entry> TRACE = new ArrayList<>();

  /** For each thread the call that it is inside. */
  private static final Map<String, String> CALLS = new HashMap<>();

  private static Random random = new Random();
  private static Places places = new FlagNames();
  private static State state = State.OVER;

  /** Who may be chosen; some more often than others. */
  private static final List<String> THREADS = new ArrayList<>();

  private static String chosen = "";
  private static int most;

  /** Whether the first access after the end throws: a run whose lists are wrong may not end by itself. */
  private static boolean endsTheRun;

  private enum State { BEFORE, RECORDING, OVER }

  private Recorder() {}

  // For the test.

  /** Prepares a trace with this many entries. Until {@link #begin()} nothing is recorded. */
  static synchronized void prepare(Places names, long seed, int atMost, List<String> setters) {
    places = names;
    endsTheRun = setters.isEmpty();
    random = new Random(seed);
    chosen = "";
    CALLS.clear();
    TRACE.clear();
    THREADS.clear();
    for (int turns = random.nextInt(5); turns >= 0; turns--) {
      THREADS.add("loop");
    }
    THREADS.addAll(setters);
    most = atMost;
    state = State.BEFORE;
  }

  /** Ends the trace, and lets every thread go on by itself. */
  static synchronized List<Entry> end() {
    stop();
    return List.copyOf(TRACE);
  }

  // For the program.

  /** The records begin here. */
  public static synchronized void begin() {
    state = State.RECORDING;
    choose();
  }

  /** Returns when the records have begun. */
  public static synchronized void awaitBegin() {
    while (state == State.BEFORE) {
      pause();
    }
  }

  /** Ends the trace: what follows is not recorded. */
  public static synchronized void stop() {
    state = State.OVER;
    Recorder.class.notifyAll();
  }

  /** Whether the trace has ended. */
  public static synchronized boolean isOver() {
    return state == State.OVER;
  }

  /** Gives a flag, or a queue, its name in the spec. Accesses to others are not recorded. */
  public static synchronized void name(Object object, String name) {
    places.put(object, name);
  }

  /** The thread is inside this call from now on; empty for none. */
  public static synchronized void during(String call) {
    CALLS.put(me(), call);
  }

  /** Records what is no access. */
  public static synchronized void event(String who, String does, String what) {
    awaitTurn();
    record(new Event(who, does, what));
  }

  /** Records that a task goes on, and at the access by which it left its wait how the wait has ended. */
  public static synchronized void wentOn(String task, String ending) {
    awaitTurn();
    for (int i = TRACE.size() - 1; i >= 0; i--) {
      if (TRACE.get(i) instanceof Access access && access.isOfATaskThatLeaves()) {
        if (access.during().isEmpty()) {
          TRACE.set(i, access.during(ending));
        }
        break;
      }
    }
    record(new Event(task, "goes on", ending));
  }

  // The order.

  private static String me() {
    return Thread.currentThread().getName();
  }

  private static void choose() {
    if (TRACE.size() >= most) {
      state = State.OVER;
    } else if (chosen.isEmpty() || random.nextInt(STEPS_OF_ONE) == 0) {
      chosen = THREADS.get(random.nextInt(THREADS.size()));
    }
    Recorder.class.notifyAll();
  }

  private static void awaitTurn() {
    while (state == State.RECORDING && !chosen.equals(me())) {
      pause();
    }
  }

  private static void pause() {
    try {
      Recorder.class.wait();
    } catch (InterruptedException nobodyInterrupts) {
      throw new IllegalStateException(nobodyInterrupts);
    }
  }

  private static void record(Entry entry) {
    if (state == State.RECORDING) {
      TRACE.add(entry);
      choose();
    }
  }

  private static void record(String place, @Nullable Object read, @Nullable Object written, String mode) {
    String call = CALLS.getOrDefault(me(), "");
    String who = call.startsWith("sets ") && me().equals("loop") ? "s3" : me(); // a task that sets is a setter of its own
    record(new Access(who, call, place, read, written, mode));
  }

  // For the traced classes.

  /** What accesses memory, and returns what it read. */
  interface Accessing {
    @Nullable Object run() throws Throwable;
  }

  /** Makes an access to a field of an object when it is the thread's turn, and records it if the spec has the place. */
  static synchronized @Nullable Object access(String type, String field, Object object, boolean reads,
      List<@Nullable Object> written, String mode, Accessing accessing) throws Throwable {
    String place = places.place(type, field, object);
    if (place == null) {
      return accessing.run();
    }
    awaitTurn();
    if (endsTheRun && state == State.OVER) {
      throw new IllegalStateException("the trace is over");
    }
    Object result = accessing.run();
    record(place, reads ? places.value(result) : null, written.isEmpty() ? null : places.value(written.get(0)), mode);
    return result;
  }

  /** The permit of the loop's park. */
  public static final class Permit {
    private boolean given;

    /** Parks the loop until it is unparked, or for no reason. Returns at once when the trace is over. */
    public void park() {
      synchronized (Recorder.class) {
        awaitTurn();
        if (state == State.RECORDING && !take()) {
          awaitTurn();
          while (state == State.RECORDING && !given && random.nextInt(4) != 0) { // else: for no reason, which is no access
            choose();
            awaitTurn();
          }
          if (given) {
            take();
          }
        }
      }
    }

    private boolean take() {
      boolean was = given;
      given = false;
      record("permit", was, false, "park");
      return was;
    }

    /** Gives the permit. */
    public void unpark() {
      synchronized (Recorder.class) {
        awaitTurn();
        given = true;
        record("permit", null, true, "unpark");
      }
    }
  }
}
