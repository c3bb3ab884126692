package dev.fanion.spec.run;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Modules;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The child processes of a run. Small searches share them: one takes the process, and so the classes, of its kind if it can. */
final class Sessions implements AutoCloseable {
  /** The large ones, the largest first, so that none is left over at the end; then the small ones by their kind. */
  static final Comparator<Entry> ORDER = Comparator.comparing(Session::isSmall)
      .thenComparing(entry -> Session.isSmall(entry) ? 0 : -entry.size())
      .thenComparing(Session::kind);

  private final Modules modules;
  private final Queue<Session> shared = new ConcurrentLinkedQueue<>();
  private final Set<Session> running = ConcurrentHashMap.newKeySet();

  Sessions(Modules modules) {
    this.modules = modules;
  }

  /** The processes that check something. */
  Collection<Session> running() {
    return running;
  }

  /** Checks an entry in a process that is fit for it. */
  TlcRun check(Entry entry, int workers, Duration deadline) throws InterruptedException {
    try {
      Session session = sessionFor(entry);
      running.add(session);
      try {
        return session.check(entry, workers, deadline);
      } finally {
        running.remove(session);
        putBack(session, Session.isSmall(entry));
      }
    } catch (IOException e) {
      return TlcRun.broken(e);
    }
  }

  private Session sessionFor(Entry entry) throws IOException {
    Session waiting = Session.isSmall(entry) ? waitingFor(entry) : null;
    return waiting != null ? waiting : new Session(entry, modules);
  }

  private @Nullable Session waitingFor(Entry entry) {
    for (Session session : shared) {
      if (session.isFor(entry) && shared.remove(session)) {
        return session;
      }
    }
    return shared.poll();
  }

  /** Keeps the session for the next small entry, or ends it. */
  private void putBack(Session session, boolean small) {
    if (small && session.isFit()) {
      shared.add(session);
    } else {
      session.close();
    }
  }

  /** Ends them all. */
  @Override
  public void close() {
    running.forEach(Session::close);
    shared.forEach(Session::close);
    shared.clear();
  }
}
