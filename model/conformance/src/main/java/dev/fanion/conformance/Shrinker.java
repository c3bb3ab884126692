package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest conversation that still goes wrong. It leaves out ever smaller parts (delta debugging), in the end
 * single exchanges and pairs; it makes the remaining requests to other tasks; it replaces a request by a yield, and a wait that
 * timed out by a sleep, so that what comes later comes at the same time.
 */
final class Shrinker {
  /** After this many attempts the shortest conversation so far is shown. */
  private static final int ATTEMPTS = 1_500;

  /** The same for a hang, of which each attempt costs a deadline. */
  private static final int HANGS = 200;

  /** A hang that does not recur in this number of attempts comes by chance. */
  private static final int FEW = 3;

  /** How much longer the shortest conversation is waited for than those before. */
  private static final int CONFIRMATION = 4;

  private static final Request YIELD = Request.of(Op.YIELD);

  private final TestedAdapter tested;
  private final SpecModel model;
  private final Set<List<Exchange>> tried = new HashSet<>();
  private final long start = System.nanoTime();
  private long most = Long.MAX_VALUE;
  private int attempts;
  private Finding best;

  /** The shortest conversation that was no silence, or the one to begin with. */
  private Finding told;

  Shrinker(TestedAdapter tested, SpecModel model, Finding finding) {
    this.tested = tested;
    this.model = model;
    best = finding;
    told = finding;
  }

  /** Spends no more than this time. */
  Shrinker within(long nanos) {
    most = nanos;
    return this;
  }

  /**
   * The shortest conversation found.
   *
   * @throws AdapterFailure if the adapter itself fails meanwhile
   */
  Finding shrink() throws AdapterFailure {
    Finding found = best;
    tested.adapter.impatient(1);
    try {
      if (found.kind() == Finding.Kind.HANG && !recurs()) {
        return found; // no part of the conversation would tell more
      }
      for (int parts = 2; parts < 2 * best.exchanges().size() && !exhausted(); parts *= 2) {
        parts = withoutOneOf(parts) ? 1 : parts;
      }
      while (!exhausted() && (withoutSingles() || withSleep() || withoutPairs() || withYield())) {
        continue;
      }
    } finally {
      tested.adapter.patient();
    }
    return best == found || best.kind() != Finding.Kind.HANG ? best : confirmed();
  }

  /** Whether the whole conversation goes wrong again in one of a few attempts. */
  private boolean recurs() throws AdapterFailure {
    for (int i = 0; i < FEW; i++) {
      if (best.resembles(again())) {
        return true;
      }
    }
    return false;
  }

  /** The shortest hang, if it is more than a slow reply; else what is known for certain. */
  private Finding confirmed() throws AdapterFailure {
    tested.adapter.impatient(CONFIRMATION);
    try {
      Finding again = again();
      return again != null && best.resembles(again) ? again : told;
    } finally {
      tested.adapter.patient();
    }
  }

  private boolean exhausted() {
    return attempts >= (best.kind() == Finding.Kind.HANG ? HANGS : ATTEMPTS) || late();
  }

  private boolean late() {
    return System.nanoTime() - start > most;
  }

  /** Gives a conversation up when the time is over: without its sets, many long limits may pass in it, one after the other. */
  private Chooser inTime(Chooser chooser) {
    return (tracker, reply) -> late() ? null : chooser.choose(tracker, reply);
  }

  private boolean withoutOneOf(int parts) throws AdapterFailure {
    int size = best.exchanges().size();
    int length = (size + parts - 1) / parts;
    for (int from = 0; from < size && !exhausted(); from += length) {
      if (attempt(without(best.exchanges(), from, Math.min(size, from + length)))) {
        return true;
      }
    }
    return false;
  }

  private boolean withoutSingles() throws AdapterFailure {
    boolean any = false;
    for (int i = best.exchanges().size() - 1; i >= 0 && !exhausted(); i--) {
      if (i < best.exchanges().size()) {
        any |= attempt(without(best.exchanges(), i, i + 1));
      }
    }
    return any;
  }

  private boolean withoutPairs() throws AdapterFailure {
    for (int i = 0; i < best.exchanges().size(); i++) {
      for (int j = i + 1; j < best.exchanges().size() && !exhausted(); j++) {
        if (attempt(without(without(best.exchanges(), j, j + 1), i, i + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Replaces a request by a yield. The result is no shorter but plainer, and more of it can perhaps be left out. */
  private boolean withYield() throws AdapterFailure {
    return withPlainer(request -> YIELD);
  }

  /** Replaces a wait with a limit by a sleep of the same length: then no time-out was the cause. */
  private boolean withSleep() throws AdapterFailure {
    return withPlainer(request -> request.limited() ? Request.of(Op.SLEEP).lasting(request.millis()) : request);
  }

  private boolean withPlainer(UnaryOperator<Request> plainer) throws AdapterFailure {
    for (int i = 0; i < best.exchanges().size() && !exhausted(); i++) {
      List<Exchange> exchanges = new ArrayList<>(best.exchanges());
      Exchange exchange = exchanges.get(i);
      Request plain = plainer.apply(exchange.request());
      exchanges.set(i, new Exchange(exchange.task(), plain, null));
      if (!plain.equals(exchange.request()) && attempt(exchanges)) {
        return true;
      }
    }
    return false;
  }

  private static List<Exchange> without(List<Exchange> all, int from, int to) {
    List<Exchange> rest = new ArrayList<>(all.subList(0, from));
    rest.addAll(all.subList(to, all.size()));
    return rest;
  }

  /** Repeats the exchanges with each request to its own task, or else to whichever task runs. */
  private boolean attempt(List<Exchange> exchanges) throws AdapterFailure {
    if (!tried.add(exchanges)) {
      return false;
    }
    attempts++;
    Finding found = run(inTime(new ReplayPerTask(exchanges)));
    if (!better(found)) {
      found = run(inTime(new ReplayInOrder(exchanges)));
    }
    boolean better = better(found);
    best = better ? found : best;
    told = best.kind() == Finding.Kind.HANG ? told : best;
    return better;
  }

  private boolean better(@Nullable Finding found) {
    return found != null && (best.resembles(found) || fallsSilent(found)) && cost(found) < cost(best);
  }

  /**
   * Whether nothing came where a wrong reply came before, since whoever gave it was left out. A silence costs time: many attempts
   * would come to nothing else, and nothing would become shorter.
   */
  private boolean fallsSilent(Finding found) {
    return tested.adapter.takesTime() && best.kind() == Finding.Kind.BROKEN && found.kind() == Finding.Kind.HANG
        && found.sharesARule(best);
  }

  /** Shorter is better; of two conversations of the same length, the one with more yields, and with fewer limits. */
  private static long cost(Finding finding) {
    List<Exchange> exchanges = finding.exchanges();
    long deeds = exchanges.stream().filter(exchange -> !exchange.request().equals(YIELD)).count();
    long limits = exchanges.stream().filter(exchange -> exchange.request().limited()).count();
    return exchanges.size() * 1_000_000L + deeds * 1000 + limits;
  }

  private @Nullable Finding again() throws AdapterFailure {
    return tested.repeat(model, best);
  }

  private @Nullable Finding run(Chooser chooser) throws AdapterFailure {
    return tested.run(model, chooser, rules -> { });
  }
}
