package dev.fanion.traces;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the spec calls the shared fields, and the objects of one run. */
final class Names {
  /** The fields of which docs/memory-model.md says that threads share them. */
  static final Set<String> SHARED =
      Set.of("ThreadSafeFlag.raised", "ThreadSafeFlag.leaf", "Hint.marked", "Hint.parent", "Scheduler.asleep");

  private final Map<VarHandle, String> fields = new IdentityHashMap<>();
  private final Map<Object, String> objects = new IdentityHashMap<>();
  private int leaves;

  void clear() {
    fields.clear();
    objects.clear();
    leaves = 0;
  }

  void put(Object object, String name) {
    objects.put(object, name);
  }

  /** The variable of the spec, with its argument; null if the spec has no such variable, or the flag is not in the trace. */
  @Nullable String place(VarHandle field, Object object) {
    String name = fields.computeIfAbsent(field, Names::field);
    if (!SHARED.contains(name)) {
      return null;
    }
    String variable = name.substring(name.indexOf('.') + 1);
    if (variable.equals("asleep")) {
      return variable;
    }
    Object argument = value(object);
    return argument == null ? null : variable + "[" + argument + "]";
  }

  private static String field(VarHandle field) {
    return field.coordinateTypes().get(0).getSimpleName() + "." + field.describeConstable().orElseThrow().constantName();
  }

  /** The value of a field, as the spec has it; null for a flag without a name. */
  @Nullable Object value(@Nullable Object value) {
    return value == null ? "none" : value instanceof Boolean ? value
        : value.getClass().getSimpleName().equals("Hint") ? objects.computeIfAbsent(value, this::node) : objects.get(value);
  }

  /** Leaves are numbered in the order in which they are first seen. */
  private String node(Object hint) {
    try {
      Field height = hint.getClass().getDeclaredField("height");
      height.setAccessible(true);
      return switch (height.getInt(hint)) {
        case 0 -> "n" + ++leaves;
        case 1 -> "top";
        default -> throw new IllegalStateException("the spec's tree has two levels");
      };
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Hint has a height", e);
    }
  }
}
