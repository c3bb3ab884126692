package dev.fanion;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ThreadFactory;

/** The default threads of direct tasks: virtual where the JDK has them, else daemons. */
final class TaskThreads {
  static final ThreadFactory FACTORY = find();

  private TaskThreads() {}

  private static ThreadFactory find() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      Object virtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual)).invoke();
      return (ThreadFactory) lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class))
          .invoke(virtual);
    } catch (Throwable olderJdk) { // invoke declares Throwable; JDK 19 and 20 refuse without --enable-preview
      return TaskThreads::daemon;
    }
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body);
    thread.setDaemon(true);
    return thread;
  }
}
