package dev.fanion.storms;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A POSIX signal, by the JDK's module {@code jdk.unsupported}. The use is by reflection, since javac warns of any other use. */
final class RealSignal {
  /** The JVM leaves SIGUSR1 to applications. It may use SIGUSR2 itself. */
  static final String NAME = "USR1";

  private RealSignal() {}

  /**
   * Makes each signal of that name run the handler, on a thread of its own that the JVM starts.
   *
   * @throws UnsupportedOperationException if there is no such signal here; the message says so
   */
  static void handle(String name, Runnable handler) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object proxy = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, (self, method, args) -> {
        handler.run();
        return null;
      });
      signal.getMethod("handle", signal, handlerType).invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (InvocationTargetException refused) {
      throw new UnsupportedOperationException("no signal " + name + " here: " + refused.getCause().getMessage(), refused);
    } catch (ReflectiveOperationException absent) {
      throw new UnsupportedOperationException("no POSIX signals here: " + absent, absent);
    }
  }
}
