package dev.fanion.traces;

import java.lang.reflect.Field;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that threads share, for the flag's algorithm. */
final class FlagNames implements Places {
  /** The fields of which docs/memory-model.md says that threads share them. */
  private static final Set<String> SHARED =
      Set.of("ThreadSafeFlag.raised", "ThreadSafeFlag.leaf", "Hint.marked", "Hint.parent", "Scheduler.asleep");

  private final Map<Object, String> objects = new IdentityHashMap<>();
  private int leaves;

  @Override
  public boolean hasPlain(String type, String field, boolean writes) {
    return SHARED.contains(type + "." + field);
  }

  @Override
  public void put(Object object, String name) {
    objects.put(object, name);
  }

  @Override
  public @Nullable String place(String type, String field, Object object) {
    if (!hasPlain(type, field, true)) {
      return null;
    }
    if (field.equals("asleep")) {
      return field;
    }
    Object argument = value(object);
    return argument == null ? null : field + "[" + argument + "]";
  }

  /** Null for a flag without a name. */
  @Override
  public @Nullable Object value(@Nullable Object value) {
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
