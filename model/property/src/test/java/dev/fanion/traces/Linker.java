package dev.fanion.traces;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links the instructions that stand in place of accesses in the copies of {@link TracedClasses} with the {@link Recorder}. */
public final class Linker {
  private static final MethodHandle PERFORM;

  static {
    try {
      PERFORM = MethodHandles.lookup().findStatic(Linker.class, "perform",
          MethodType.methodType(Object.class, AccessMode.class, VarHandle.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("there is such a method below", e);
    }
  }

  private Linker() {}

  /** For the call of a method of VarHandle. */
  public static CallSite handle(Lookup caller, String mode, MethodType type) {
    return site(PERFORM.bindTo(AccessMode.valueFromMethodName(mode)), type, type.parameterCount() - 1);
  }

  /** For a plain access to a field; the mode is get or set. */
  public static CallSite field(Lookup caller, String mode, MethodType type, String field) throws ReflectiveOperationException {
    Class<?> of = type.returnType() == void.class ? type.parameterType(1) : type.returnType();
    VarHandle handle = caller.findVarHandle(type.parameterType(0), field, of);
    return site(MethodHandles.insertArguments(PERFORM, 0, AccessMode.valueFromMethodName(mode), handle), type,
        type.parameterCount());
  }

  private static CallSite site(MethodHandle perform, MethodType type, int arguments) {
    return new ConstantCallSite(perform.asCollector(Object[].class, arguments).asType(type));
  }

  /** The arguments are the object, and the value if one is written. */
  private static @Nullable Object perform(AccessMode mode, VarHandle field, Object... arguments) throws Throwable {
    MethodHandle access = field.toMethodHandle(mode);
    List<Object> all = Arrays.asList(arguments);
    return Recorder.access(field, arguments[0], access.type().returnType() != void.class, all.subList(1, all.size()),
        mode.methodName(), () -> access.invokeWithArguments(all));
  }
}
