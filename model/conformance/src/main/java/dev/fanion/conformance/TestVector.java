package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.conformance.protocol.Wire;
import dev.fanion.spec.SpecFiles;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A conversation with all its ways: what to ask, which replies are right, and what to ask after each. It has no loops, and each
 * of its ways ends the scenario.
 *
 * @param kind what the suite has it for
 * @param cast who takes part
 * @param steps the first one is where the conversation begins
 */
record TestVector(String kind, Cast cast, List<Step> steps) {
  /** Stands for the next step where the scenario is over. */
  static final int OVER = -1;

  /** As many hexadecimal digits of a hash as tell vectors apart. */
  private static final int DIGITS = 12;

  /**
   * One request.
   *
   * @param then the replies that are right, in words, each with the number of the next step
   * @param rules the rules that it exercises, as bits
   */
  record Step(Request ask, SortedMap<String, Integer> then, long rules) {}

  /** A name that is made of what it asks for and what is right, and of nothing else. */
  String id() {
    return hash(content().getBytes(StandardCharsets.UTF_8));
  }

  /** The beginning of the hash of some bytes. */
  static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(SpecFiles.sha256().digest(bytes)).substring(0, DIGITS);
  }

  private String content() {
    StringBuilder text = new StringBuilder(Wire.write(cast));
    steps.forEach(step -> text.append('\n').append(Wire.write(step.ask)).append(step.then));
    return text.toString();
  }

  /** The features that an adapter needs to be asked all of it. */
  SortedSet<String> needs() {
    SortedSet<String> all = new TreeSet<>();
    for (Step step : steps) {
      all.addAll(needs(step.ask));
      if (step.then.keySet().stream().anyMatch(reply -> reply.startsWith(Result.DEADLOCK.wire()))) {
        all.add("deadlock");
      }
    }
    return all;
  }

  /** The features that an adapter needs to be asked this. */
  static List<String> needs(Request request) {
    return switch (request.on()) {
      case EVENT -> request.op() == Op.INTERRUPT ? List.of("event", "guard") : List.of("event");
      case FLAG -> request.op() == Op.INTERRUPT ? List.of("flag", "interrupt") : List.of("flag");
      case TASK -> request.op() == Op.CANCEL ? List.of("cancel") : List.of();
      case NOTHING -> List.of();
    };
  }

  /** The rules that it exercises. */
  long rules() {
    return steps.stream().mapToLong(Step::rules).reduce(0, (one, other) -> one | other);
  }

  /** The same conversation among the events and flags that it names. */
  static TestVector of(String kind, Cast cast, List<Step> steps) {
    Cast named = new Cast(named(cast.events(), steps), named(cast.flags(), steps), cast.tasks());
    return new TestVector(kind, named, List.copyOf(steps));
  }

  private static List<String> named(List<String> names, List<Step> steps) {
    return names.stream().filter(name -> steps.stream().anyMatch(step -> step.ask.name().equals(name))).toList();
  }

  /** Whether more than one reply is right at some step. */
  boolean branches() {
    return steps.stream().anyMatch(step -> step.then.size() > 1);
  }
}
