package dev.fanion.storms;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/** Finds out whether the objects that a scene has made and dropped are garbage, and whether its threads have ended. */
final class Leaks {
  private static final int COLLECTIONS = 20;

  /** Makes objects, tracks them, and drops them. */
  @FunctionalInterface
  interface Scene {
    void play(Leaks leaks) throws Exception;
  }

  private final List<WeakReference<Object>> dropped = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Object> kept = new ArrayList<>();

  private Leaks() {}

  static Verdict after(Scene scene) throws Exception {
    Leaks leaks = new Leaks();
    scene.play(leaks);
    return leaks.verdict();
  }

  /** Broken: one of the objects stays reachable. */
  static Verdict keepingOne(Scene scene) throws Exception {
    Leaks leaks = new Leaks();
    scene.play(leaks);
    leaks.kept.addAll(leaks.dropped.stream().map(WeakReference::get).filter(Objects::nonNull).limit(1).toList());
    return leaks.verdict();
  }

  <T> T track(T object) {
    dropped.add(new WeakReference<>(object));
    return object;
  }

  /** Keeps an object reachable until the verdict. */
  <T> T keep(T object) {
    kept.add(object);
    return object;
  }

  /** Makes threads that must have ended by the verdict. */
  ThreadFactory threads() {
    return body -> {
      Thread thread = new Thread(body);
      thread.setDaemon(true);
      threads.add(thread);
      return thread;
    };
  }

  private Verdict verdict() throws InterruptedException {
    long samples = dropped.size() + threads.size();
    long running = running();
    threads.clear(); // even after its end a thread may refer to what it ran
    for (int i = 0; i < COLLECTIONS && left() > 0; i++) {
      System.gc();
    }
    long left = left();
    return left + running == 0 ? Verdict.clean(samples)
        : Verdict.bad(samples, "a leak: " + left + " of " + dropped.size() + " objects and " + running
            + " threads are left, beside " + kept.size() + " kept");
  }

  private long running() throws InterruptedException {
    try (Watch watch = new Watch(Watch.PATIENCE / 10)) {
      watch.sees(() -> threads.stream().noneMatch(Thread::isAlive), () -> 0);
    }
    return threads.stream().filter(Thread::isAlive).count();
  }

  private long left() {
    return dropped.stream().filter(reference -> reference.get() != null).count();
  }
}
