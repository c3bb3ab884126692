package dev.fanion.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One spec, loaded by TLC, as a next-state relation over numbered states.
 *
 * <p>A state's number is its place in the order in which this oracle first saw it. The oracle keeps every answer, so that a
 * walk over known ground costs two array look-ups a step.
 *
 * <h2>Threads</h2>
 * Confined to one thread. Several oracles, also of different specs, may live in one JVM and on different threads: each has
 * its own copy of TLC, but for those of an {@link OracleFamily}.
 *
 * <h2>Errors</h2>
 * {@link SpecException} with TLC's message if a spec cannot be parsed or evaluated.
 */
public final class Oracle implements AutoCloseable {
  /** The oracle's own copy of TLC; null if a family has it. */
  private final @Nullable TlcLoader own;

  private final TlcSpec spec;
  private final List<Object> states = new ArrayList<>();
  private final LongIntMap numbers = new LongIntMap();
  private final LongIntMap known = new LongIntMap();
  private final List<int[]> branches = new ArrayList<>();
  private final int[] initial;

  /** No successor; one successor is its number; several are {@code -2 - index} into {@link #branches}. */
  private static final int NONE = -1;

  private Oracle(@Nullable TlcLoader own, TlcSpec spec) {
    this.own = own;
    this.spec = spec;
    initial = number(spec.initialStates());
  }

  /**
   * Loads a module with a copy of TLC of its own.
   *
   * @param folder the folder of the module and of the modules that it extends
   * @param module its name
   * @param config the text of a TLC configuration
   */
  public static Oracle load(Path folder, String module, String config) {
    TlcLoader loader = new TlcLoader();
    return new Oracle(loader, parse(loader, folder, module, config));
  }

  static Oracle load(TlcLoader shared, Path folder, String module, String config) {
    return new Oracle(null, parse(shared, folder, module, config));
  }

  private static TlcSpec parse(TlcLoader loader, Path folder, String module, String config) {
    try {
      Path scratch = Files.createTempDirectory("fanion-oracle");
      try {
        return loader.parse(folder, module, Files.writeString(scratch.resolve("Oracle.cfg"), config));
      } finally {
        delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path scratch) throws IOException {
    try (Stream<Path> files = Files.list(scratch)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(scratch);
  }

  /** The actions of the next-state relation, one for each binding of their parameters. */
  public List<Action> actions() {
    return spec.actions();
  }

  /** The initial states. */
  public int[] initial() {
    return initial.clone();
  }

  /** The number of states that this oracle has seen. */
  public int seen() {
    return states.size();
  }

  private static final int[] EMPTY = {};

  /** The successors of a state by one action; empty if the action is not enabled. The caller must not change the array. */
  public int[] successors(int state, int action) {
    int coded = step(state, action);
    return coded == NONE ? EMPTY : coded >= 0 ? new int[] {coded} : branches.get(-2 - coded);
  }

  /** Whether an action is enabled in a state. */
  public boolean enabled(int state, int action) {
    return step(state, action) != NONE;
  }

  private int step(int state, int action) {
    long key = ((long) state << 16) | action;
    int coded = known.get(key);
    if (coded == LongIntMap.ABSENT) {
      coded = code(number(spec.successors(action, states.get(state))));
      known.put(key, coded);
    }
    return coded;
  }

  private int code(int[] successors) {
    if (successors.length <= 1) {
      return successors.length == 0 ? NONE : successors[0];
    }
    branches.add(successors);
    return -1 - branches.size();
  }

  private int[] number(List<Object> found) {
    return found.stream().mapToInt(this::number).distinct().toArray();
  }

  private int number(Object state) {
    long fingerprint = spec.fingerprint(state);
    int number = numbers.get(fingerprint);
    if (number == LongIntMap.ABSENT) {
      number = states.size();
      states.add(state);
      numbers.put(fingerprint, number);
    }
    return number;
  }

  /** The value of a variable in a state: a String, Boolean, Integer, List, Set or Map. */
  public Object value(int state, String variable) {
    return spec.value(states.get(state), variable);
  }

  /** The value of an operator of the module in a state, applied to strings, booleans, integers, or collections as sets. */
  public Object apply(int state, String operator, Object... arguments) {
    return spec.apply(states.get(state), operator, List.of(arguments));
  }

  /** Whether the module defines an operator. */
  public boolean defines(String operator) {
    return spec.defines(operator);
  }

  /** A state as TLC prints it. */
  public String describe(int state) {
    return states.get(state).toString();
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
