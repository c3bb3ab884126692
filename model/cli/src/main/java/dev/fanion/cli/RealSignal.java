package dev.fanion.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A POSIX signal, by the JDK's module {@code jdk.unsupported}. Reflection is used since javac warns of any other use. */
final class RealSignal {
  /** The signal of Ctrl-C. */
  static final String INTERRUPT = "INT";

  /** A signal that the JVM leaves to applications, unlike SIGUSR2. */
  static final String USER = "USR1";

  private RealSignal() {}

  /**
   * Makes each signal of this name run the handler, on a thread that the JVM starts for it.
   *
   * @throws UnsupportedOperationException if this system has no such signal, or if it ignores the signal and the JVM does not
   *     change that; the message says which
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
