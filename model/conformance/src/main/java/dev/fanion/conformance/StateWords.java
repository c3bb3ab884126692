package dev.fanion.conformance;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * States of one model in words, for a person. What was read of a state once is kept.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class StateWords {
  /** The variables that {@link #facts} has in words, or {@link #doing} tells for each task. */
  private static final Set<String> TOLD = Set.of("running", "live", "ready", "due", "timed", "ending", "starting", "set", "queue",
      "raised", "waiter", "armed");

  /** The number of states that are shown of those which explain a conversation. */
  static final int MOST = 4;

  private static final String NONE = "none";

  private final SpecModel model;
  private final List<String> rest;
  private final Map<Integer, Map<String, Object>> values = new HashMap<>();
  private final Map<Integer, Map<String, String>> others = new HashMap<>();

  StateWords(SpecModel model) {
    this.model = model;
    rest = variables(model, model.oracle.initial()[0]).stream().map(variable -> variable.replaceFirst(" = .*", ""))
        .filter(name -> !TOLD.contains(name)).toList();
  }

  /** The variables with their values, as TLC prints them, each on one line. */
  static Set<String> variables(SpecModel model, int state) {
    return Arrays.stream(model.oracle.describe(state).split("(?m)^/\\\\ ")).map(each -> each.replaceAll("\\s+", " ").strip())
        .filter(each -> !each.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Who will run, what the time of which task has yet to pass, the objects, and every other variable that is not as in the
   * beginning, as far as it is not. Objects that are neither named nor changed are left out.
   */
  Map<String, String> facts(int state, Collection<String> named) {
    Map<String, String> facts = new LinkedHashMap<>();
    String ready = names(value(state, "ready"));
    facts.put("ready", ready.isEmpty() ? "nobody" : ready);
    putIfAny(facts, "time has come", names(value(state, "due")));
    putIfAny(facts, "time runs", names(value(state, "timed")));
    objects(state, named, facts);
    facts.putAll(others.computeIfAbsent(state, this::others));
    return facts;
  }

  private Map<String, String> others(int state) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String variable : rest) {
      Object usual = value(model.oracle.initial()[0], variable);
      Object value = value(state, variable);
      if (value instanceof Map<?, ?> map && usual instanceof Map<?, ?> before) {
        putIfAny(all, variable, map.entrySet().stream().filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
            .map(entry -> entry.getKey() + words(entry.getValue())).collect(Collectors.joining(", ")));
      } else if (!value.equals(usual)) {
        all.put(variable, words(value).strip());
      }
    }
    return all;
  }

  private static String words(Object value) {
    return value instanceof Collection<?> ? " (" + names(value) + ")" : Boolean.TRUE.equals(value) ? "" : " " + value;
  }

  private void objects(int state, Collection<String> named, Map<String, String> facts) {
    for (String event : model.cast.events()) {
      String waiters = names(entry(state, "queue", event));
      object(facts, event, entry(state, "set", event), waiters, false, named);
    }
    for (String flag : model.cast.flags()) {
      String waiter = String.valueOf(entry(state, "waiter", flag));
      object(facts, flag, entry(state, "raised", flag), waiter.equals(NONE) ? "" : waiter,
          Boolean.TRUE.equals(entry(state, "armed", flag)), named);
    }
  }

  private static void object(Map<String, String> facts, String name, Object set, String waiters, boolean armed,
      Collection<String> named) {
    boolean isSet = Boolean.TRUE.equals(set);
    if (isSet || armed || !waiters.isEmpty() || named.contains(name)) {
      facts.put(name, (isSet ? "set" : "clear") + (waiters.isEmpty() ? "" : ", inside its wait: " + waiters)
          + (armed ? ", an interrupt is to come" : ""));
    }
  }

  private static void putIfAny(Map<String, String> facts, String name, String words) {
    if (!words.isEmpty()) {
      facts.put(name, words);
    }
  }

  /** What a task is doing in these states: something else in each, perhaps. Nothing if it has not begun, or has ended. */
  String doing(int[] states, String task) {
    return Arrays.stream(states).mapToObj(state -> doing(state, task)).distinct()
        .collect(Collectors.joining("; or "));
  }

  private String doing(int state, String task) {
    if (!contains(state, "live", task)) {
      return "";
    } else if (value(state, "running").equals(task)) {
      return "runs";
    }
    String ends = names(entry(state, "ending", task)).replace(", ", " or ");
    if (contains(state, "ready", task) || contains(state, "due", task)) {
      return "ready" + (ends.isEmpty() ? "" : ": " + ends);
    }
    String limit = contains(state, "timed", task) ? ", with a limit" : "";
    String object = waitsFor(state, task);
    return object.isEmpty() ? limit.isEmpty() ? "suspended" : "sleeps" : "waits for " + object + limit;
  }

  private String waitsFor(int state, String task) {
    for (String event : model.cast.events()) {
      if (entry(state, "queue", event) instanceof Collection<?> waiters && waiters.contains(task)) {
        return event;
      }
    }
    for (String flag : model.cast.flags()) {
      if (task.equals(entry(state, "waiter", flag))) {
        return flag;
      }
    }
    Object starting = entry(state, "starting", task);
    return starting.equals(NONE) ? "" : String.valueOf(starting);
  }

  private Object value(int state, String variable) {
    return values.computeIfAbsent(state, s -> new HashMap<>())
        .computeIfAbsent(variable, name -> model.oracle.value(state, name));
  }

  private Object entry(int state, String variable, String key) {
    Object entry = value(state, variable) instanceof Map<?, ?> map ? map.get(key) : null;
    return entry == null ? "" : entry;
  }

  private boolean contains(int state, String variable, String task) {
    return value(state, variable) instanceof Collection<?> all && all.contains(task);
  }

  /** The names in a list, in its order, or in a set. */
  private static String names(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value instanceof Set<?> set ? set.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")) : "";
  }
}
