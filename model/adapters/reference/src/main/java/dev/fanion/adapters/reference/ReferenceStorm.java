package dev.fanion.adapters.reference;

import dev.fanion.Next;
import dev.fanion.ThreadSafeFlag;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Several setters against one waiter. Each setter writes its counter without synchronisation, then sets the flag. */
final class ReferenceStorm {
  /** The distance of two counters, so that no two share a cache line. */
  private static final int APART = 16;

  private final Request request;
  private final ThreadSafeFlag flag;
  private final ReferenceTime time;
  private final IntFunction<Next<@Nullable Void>> then;
  private final List<Thread> setters = new ArrayList<>();
  private final int[] counters;
  private int wakes;

  ReferenceStorm(Request request, ThreadSafeFlag flag, ReferenceTime time, IntFunction<Next<@Nullable Void>> then) {
    this.request = request;
    this.flag = flag;
    this.time = time;
    this.then = then;
    counters = new int[request.setters() * APART];
  }

  Next<@Nullable Void> start() {
    time.storm(true);
    for (int i = 0; i < request.setters(); i++) {
      int place = i * APART;
      Thread setter = new Thread(() -> rage(place), "fanion-storm-" + i);
      setter.setDaemon(true);
      setters.add(setter);
      setter.start();
    }
    return flag.await(this::woken);
  }

  private void rage(int place) {
    for (int i = 1; i <= request.sets(); i++) {
      counters[place] = i;
      flag.set();
    }
  }

  private Next<@Nullable Void> woken() throws InterruptedException {
    wakes++;
    for (int i = 0; i < request.setters(); i++) {
      if (counters[i * APART] != request.sets()) {
        return flag.await(this::woken);
      }
    }
    for (Thread setter : setters) {
      setter.join();
    }
    flag.clear();
    time.storm(false);
    return then.apply(wakes);
  }
}
