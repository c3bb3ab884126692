package dev.fanion.spec.run;

import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/** TLC's classes, loaded anew, for the checks of one kind. */
final class TlcClasses {
  private final ClassLoader loader = new FreshClasses();

  /** Of the last check. */
  private BooleanSupplier spent = () -> false;

  /** Whether a further check by these classes could give a wrong result. */
  boolean spent() {
    return spent.getAsBoolean();
  }

  /** One check, as {@link TlcCheck#applyAsInt} does it. */
  @SuppressWarnings("unchecked")
  int check(String[] request) throws ReflectiveOperationException {
    Thread.currentThread().setContextClassLoader(loader);
    var constructor = loader.loadClass(TlcCheck.class.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    Object check = constructor.newInstance();
    spent = (BooleanSupplier) check;
    return ((ToIntFunction<String[]>) check).applyAsInt(request);
  }
}
