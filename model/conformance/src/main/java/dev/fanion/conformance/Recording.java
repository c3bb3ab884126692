package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One run of an {@link Experiment}: asks what its script says, judges nothing, and notes what was said and when. */
final class Recording implements Driver {
  /** No experiment takes so long on any side: an adapter that goes on has lost itself. */
  private static final int MOST = 300;

  /** An exchange, and the times of its request and of its reply. */
  private record Timed(Exchange exchange, long sent, long told) {}

  final Experiment experiment;
  final Cast cast;
  private final Map<String, Deque<Request>> left;
  private final LongSupplier clock;
  private final List<Timed> exchanges = new ArrayList<>();

  /** The tasks that have been created and have not ended. */
  private final Set<String> alive = new HashSet<>();

  /** The tasks that were asked something and have not replied. */
  private final Set<String> suspended = new HashSet<>();

  private @Nullable Exchange pending;
  private long sent;

  /** Whether it began otherwise than the protocol says, or did not end. */
  private boolean strange;

  private boolean silent;

  /**
   * A run that has not begun.
   *
   * @param cast who takes part, of those whom the experiment names
   */
  Recording(Experiment experiment, Cast cast, LongSupplier clock) {
    this.cast = cast;
    this.experiment = experiment;
    this.clock = clock;
    left = experiment.script().queues();
  }

  @Override
  public @Nullable Request next(Reply reply) {
    long now = clock.getAsLong();
    if (pending == null) {
      strange = !reply.equals(Conversation.FIRST);
    } else {
      exchanges.add(new Timed(new Exchange(pending.task(), pending.request(), reply), sent, now));
    }
    strange |= exchanges.size() == MOST;
    if (strange || reply.over()) {
      return null;
    }
    suspended.remove(reply.task());
    Request request = choose(reply.task());
    if (request.op() != Op.EXIT) {
      suspended.add(reply.task());
    }
    pending = new Exchange(reply.task(), request, null);
    sent = clock.getAsLong();
    return request;
  }

  boolean hasBegun() {
    return pending != null;
  }

  /** Takes note that no reply came to the last request. Returns whether that can be a side. */
  boolean silence() {
    silent = experiment.leavesOpen() && hasBegun();
    return silent;
  }

  /** Takes note that no reply came to the last request: that is no side, and {@link #against} says what was owed. */
  void brokeOff() {
    silent = hasBegun();
  }

  /** The request that has no reply yet; null before the first one. */
  @Nullable Exchange pending() {
    return pending;
  }

  /** The tasks that never replied again. */
  Set<String> suspended() {
    return suspended;
  }

  private Request choose(String task) {
    Deque<Request> own = left.getOrDefault(task, new ArrayDeque<>());
    Request next = own.poll();
    while (next != null && !isPossible(next)) {
      next = own.poll();
    }
    Request request = next != null ? next : Request.of(task.equals(Cast.MAIN) ? Op.END : Op.EXIT);
    if (request.op() == Op.SPAWN) {
      alive.add(request.name());
    } else if (request.op() == Op.EXIT) {
      alive.remove(task);
    }
    return request;
  }

  /** Whether a task to be cancelled has started, and not ended; and one to be created has ended, if it was created before. */
  private boolean isPossible(Request request) {
    return switch (request.op()) {
      case CANCEL -> suspended.contains(request.name());
      case SPAWN -> !alive.contains(request.name());
      default -> true;
    };
  }

  /** The conversation, without its times. */
  List<Exchange> exchanges() {
    return exchanges.stream().map(Timed::exchange).toList();
  }

  /** Whether a task slept so long that another reply would have come meanwhile if the profile owed one. */
  boolean isLate(Profile profile, Set<String> features, ModelCache models) {
    return exchanges.stream().anyMatch(Recording::isLong)
        && against(models.get(profile, experiment.known(features), cast), Timing::new) != null;
  }

  private static boolean isLong(Timed timed) {
    return timed.exchange().request().millis() >= Timing.CERTAIN && !timed.exchange().request().limited();
  }

  /** What a profile does not explain in this conversation with an adapter of these features; null if it explains everything. */
  @Nullable Finding against(Profile profile, Set<String> features, ModelCache models) {
    return against(models.get(profile, experiment.known(features), cast), Timing::unhurried);
  }

  /** What a model does not explain in this conversation: a finding that ends there; null if it explains everything. */
  private @Nullable Finding against(SpecModel model, Function<LongSupplier, Timing> timing) {
    long[] time = {0};
    Tracker tracker = new Tracker(model, timing.apply(() -> time[0]), new HashSet<>());
    List<Exchange> past = new ArrayList<>();
    if (strange) {
      return broken(new Disagreement(Set.of(Conversation.FIRST), Rule.bits(Set.of("LOP-1"))), past);
    }
    long stalled = 0; // what replies took too long while nobody slept long is the machine's time, and says nothing
    long awake = 0;
    for (Timed timed : exchanges) {
      Exchange exchange = timed.exchange();
      if (!tracker.legal(exchange.request())) {
        return illegal(past);
      }
      time[0] = timed.sent() - stalled;
      tracker.sent(exchange.request());
      awake = isLong(timed) ? timed.sent() + exchange.request().millis() * 1_000_000L : awake;
      long idle = timed.told() - Math.max(timed.sent(), awake);
      stalled += idle <= Timing.GRACE || isLong(timed) ? 0 : idle;
      time[0] = timed.told() - stalled;
      past.add(exchange);
      Disagreement disagreement = tracker.received(Objects.requireNonNull(exchange.reply()));
      if (disagreement != null) {
        return broken(disagreement, past);
      }
    }
    return silent ? silence(tracker, past) : null;
  }

  /** Nobody would have been asked this. */
  private @Nullable Finding illegal(List<Exchange> past) {
    return experiment.leavesOpen() ? null : broken(new Disagreement(Set.of(), 0), past);
  }

  private @Nullable Finding silence(Tracker tracker, List<Exchange> past) {
    Exchange last = Objects.requireNonNull(pending);
    if (!tracker.legal(last.request())) {
      return illegal(past);
    }
    tracker.sent(last.request());
    past.add(last);
    return broken(tracker.silence(), past);
  }

  private Finding broken(Disagreement disagreement, List<Exchange> past) {
    Finding.Kind kind = past.isEmpty() || past.get(past.size() - 1).reply() != null ? Finding.Kind.BROKEN : Finding.Kind.HANG;
    return new Finding(kind, disagreement.rules(), disagreement.first(), cast, List.copyOf(past),
        disagreement.allowed(), disagreement.clock(), null);
  }
}
