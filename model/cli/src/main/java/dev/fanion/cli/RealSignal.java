package dev.fanion.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A POSIX signal, by the JDK's module {@code jdk.unsupported}: by reflection, since javac warns of any other use of it. */
final class RealSignal {
  /** What Ctrl-C sends. */
  static final String INTERRUPT = "INT";

  /** One that the JVM leaves to applications; SIGUSR2 it may use itself. */
  static final String USER = "USR1";

  private RealSignal() {}

  /**
   * Has each signal of that name run the handler, on a thread of its own that the JVM starts for it.
   *
   * @throws UnsupportedOperationException if there is no such signal here, or it is ignored and the JVM leaves it so; the
   *     message says which
   */
  static void handle(String name, Runnable handler) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object proxy = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, (self, method, args) -> {
        handler.run();
        return null;
      });
      Object before = signal.getMethod("handle", signal, handlerType)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
      if (name.equals(INTERRUPT) && before == handlerType.getField("SIG_IGN").get(null)) {
        throw new UnsupportedOperationException(
            "signal " + name + " is ignored here, as shells have it for what runs in the background");
      }
    } catch (InvocationTargetException refused) {
      throw new UnsupportedOperationException("no signal " + name + " here: " + refused.getCause().getMessage(), refused);
    } catch (ReflectiveOperationException absent) {
      throw new UnsupportedOperationException("no POSIX signals here: " + absent, absent);
    }
  }
}
