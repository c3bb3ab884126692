package dev.fanion.traces;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The links of tasks and queues, the epochs of queues, and how waits end, all of which the loop alone writes. Tasks are numbered
 * in the order in which they are first linked.
 */
final class QueueNames implements Places {
  private static final List<String> ENDINGS = List.of("woken", "timeout", "cancelled");

  private final Map<Object, String> objects = new IdentityHashMap<>();
  private int tasks;

  @Override
  public boolean hasPlain(String type, String field, boolean writes) {
    return writes && (field.equals("next") || field.equals("prev")
        || type.equals("TaskQueue") && field.equals("epoch") || type.equals("Waiter") && field.equals("ending"));
  }

  @Override
  public @Nullable String place(String type, String field, Object object) {
    Object node = hasPlain(type, field, true) ? value(object) : null;
    return node == null ? null : field + "[" + node + "]";
  }

  @Override
  public @Nullable Object value(@Nullable Object value) {
    return value == null ? "nil" : value instanceof Integer ? value
        : value instanceof Byte ending ? ENDINGS.get(ending)
        : value.getClass().getSimpleName().equals("StepTask") ? objects.computeIfAbsent(value, task -> "t" + ++tasks)
        : objects.get(value);
  }

  @Override
  public void put(Object object, String name) {
    objects.put(object, name);
  }
}
