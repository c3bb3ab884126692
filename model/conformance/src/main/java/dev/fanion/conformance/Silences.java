package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a silence of an adapter means. The first one lasts a whole deadline, and is a hang if it recurs. From then on replies are
 * expected soon, so that a run spends few deadlines.
 */
final class Silences {
  /** How much longer than the least a silence is waited for that was perhaps the machine's. */
  static final int AGAIN = 20;

  /** How often a conversation is repeated in which there was a silence, and for how long, in nanoseconds. */
  private static final int REPEATS = 20;
  private static final long LONGEST = 3_000_000_000L;

  /** The number of hangs, after the first one, that get a deadline of their own. */
  private static final int CONFIRMED = 1;

  /** The number of suspected hangs that may turn out to be none, before a suspicion counts as the hang that is known. */
  private static final int DISMISSED = 20;

  /** Holds a conversation, and says what went wrong, or null. */
  interface Holder {
    @Nullable Finding hold(SpecModel model, Chooser chooser) throws AdapterFailure;
  }

  private final Adapter adapter;
  private final Holder holder;

  /** The first hang of the run; every further one is suspected after less than a deadline. */
  private @Nullable Finding hang;

  /** Whether there was a silence of a whole deadline that did not recur. */
  private boolean stalled;

  private boolean expected;
  private boolean hungLast;
  private int confirmed;
  private int dismissed;

  Silences(Adapter adapter, Holder holder) {
    this.adapter = adapter;
    this.holder = holder;
  }

  /** Before a scenario. Once the implementation has hung, replies are expected soon. */
  void begin() {
    expected = hang != null && adapter.takesTime();
    if (expected) {
      adapter.impatient(1);
    }
  }

  /**
   * After a scenario. A silence right after another hang, or beyond the confirmed ones, counts as the hang that is known; else it
   * is waited for to the end.
   *
   * @param finding what went wrong, or null
   * @return what went wrong if silences are told from slow replies, or null
   * @throws AdapterFailure if there was a silence that says nothing of the implementation
   */
  @Nullable Finding judged(SpecModel model, @Nullable Finding finding) throws AdapterFailure {
    boolean hungBefore = hungLast;
    hungLast = isHang(finding);
    if (!hungLast || finding == null) {
      return finding;
    } else if (expected) {
      return hungBefore || confirmed >= CONFIRMED || dismissed >= DISMISSED ? hang : confirmed(model, finding);
    }
    Finding judged = adapter.takesTime() && !stalled ? recurring(model, finding) : finding;
    hungLast = isHang(judged);
    hang = hang == null && hungLast ? judged : hang;
    return judged;
  }

  private static boolean isHang(@Nullable Finding finding) {
    return finding != null && finding.kind() == Finding.Kind.HANG;
  }

  private @Nullable Finding confirmed(SpecModel model, Finding suspected) throws AdapterFailure {
    Finding again = holder.hold(model, new ReplayPerTask(suspected.exchanges()));
    confirmed += isHang(again) ? 1 : 0;
    dismissed += isHang(again) ? 0 : 1;
    return again;
  }

  /**
   * The first silence of a whole deadline, if it recurs: a machine can stand still once. The next one is a hang whether it recurs
   * or not, since an implementation can lose a wake-up by chance. That it does not recur says something only if all the same was
   * asked again: where time matters, a repetition may go another way.
   */
  private Finding recurring(SpecModel model, Finding silence) throws AdapterFailure {
    long start = System.nanoTime();
    List<Request> requests = silence.exchanges().stream().map(Exchange::request).toList();
    boolean repeated = false;
    adapter.impatient(AGAIN);
    try {
      for (int i = 0; i < REPEATS && System.nanoTime() - start < LONGEST; i++) {
        List<Request> asked = new ArrayList<>();
        Finding again = holder.hold(model, noting(new ReplayPerTask(silence.exchanges()), asked));
        if (again != null) {
          return isHang(again) ? silence : again;
        }
        repeated |= requests.equals(asked);
      }
    } finally {
      adapter.patient();
    }
    if (!repeated) {
      return silence;
    }
    stalled = true;
    hungLast = false;
    throw new AdapterFailure(AdapterFailure.Kind.ERROR, "a silence that did not recur when the conversation was repeated (perhaps"
        + " the machine was busy: run it again, or give a longer --deadline; a second one would be a hang): " + silence.said())
        .during(silence.exchanges().stream().map(Exchange::toString).toList());
  }

  private static Chooser noting(Chooser chooser, List<Request> asked) {
    return (tracker, reply) -> {
      Request next = chooser.choose(tracker, reply);
      if (next != null) {
        asked.add(next);
      }
      return next;
    };
  }
}
