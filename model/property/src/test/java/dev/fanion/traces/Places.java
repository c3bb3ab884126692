package dev.fanion.traces;

import org.jspecify.annotations.Nullable;

/** What is traced, and what the spec calls it. One for each trace, as it knows the objects. */
interface Places {
  /** Whether plain accesses to a field are to be traced. Those by a VarHandle always are. */
  boolean hasPlain(String type, String field, boolean writes);

  /** The variable of the spec, with its argument; null for what is not to be in the trace. */
  @Nullable String place(String type, String field, Object object);

  /** The value of a field, as the spec has it. */
  @Nullable Object value(@Nullable Object value);

  /** Gives an object its name in the spec. */
  void put(Object object, String name);
}
