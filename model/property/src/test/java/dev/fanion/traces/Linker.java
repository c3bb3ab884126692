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
  private static final MethodHandle HANDLE = own("handle");
  private static final MethodHandle FIELD = own("field", String.class, String.class);

  private Linker() {}

  private static MethodHandle own(String name, Class<?>... more) {
    try {
      return MethodHandles.lookup().findStatic(Linker.class, name, MethodType.methodType(Object.class, AccessMode.class,
          VarHandle.class).appendParameterTypes(more).appendParameterTypes(Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("there is such a method below", e);
    }
  }

  /** For the call of a method of VarHandle. */
  public static CallSite handle(Lookup caller, String mode, MethodType type) {
    return site(MethodHandles.insertArguments(HANDLE, 0, AccessMode.valueFromMethodName(mode)), type, type.parameterCount() - 1);
  }

  /** For a plain access to a field; the mode is get or set. */
  public static CallSite field(Lookup caller, String mode, MethodType type, String name) throws ReflectiveOperationException {
    Class<?> owner = type.parameterType(0);
    Class<?> of = type.returnType() == void.class ? type.parameterType(1) : type.returnType();
    MethodHandle perform = MethodHandles.insertArguments(FIELD, 0, AccessMode.valueFromMethodName(mode),
        caller.findVarHandle(owner, name, of), owner.getSimpleName(), name);
    return site(perform, type, type.parameterCount());
  }

  private static CallSite site(MethodHandle perform, MethodType type, int arguments) {
    return new ConstantCallSite(perform.asCollector(Object[].class, arguments).asType(type));
  }

  private static @Nullable Object handle(AccessMode mode, VarHandle handle, Object... arguments) throws Throwable {
    return field(mode, handle, handle.coordinateTypes().get(0).getSimpleName(),
        handle.describeConstable().orElseThrow().constantName(), arguments);
  }

  /** The arguments are the object, and the value if one is written. */
  private static @Nullable Object field(AccessMode mode, VarHandle handle, String type, String name, Object... arguments)
      throws Throwable {
    MethodHandle access = handle.toMethodHandle(mode);
    List<Object> all = Arrays.asList(arguments);
    return Recorder.access(type, name, arguments[0], access.type().returnType() != void.class, all.subList(1, all.size()),
        mode.methodName(), () -> access.invokeWithArguments(all));
  }
}
