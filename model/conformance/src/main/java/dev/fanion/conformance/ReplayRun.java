package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.oracle.Candidates;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the conversations of findings again, each request to the task to which it was made, and judges the replies.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
public final class ReplayRun {
  private final List<Memo> memos;
  private final @Nullable Profile profile;
  private final int times;
  private final boolean verbose;
  private final PrintWriter out;

  /**
   * Prepares a replay.
   *
   * @param which a file {@code results.json}, for all its findings, or {@code FILE#N} for its finding N
   * @param profile the profile to judge by; null for the one that the findings were judged by
   * @param times how often to hold each conversation
   * @param verbose whether to print what the spec allows at each step, and its states
   */
  public ReplayRun(String which, @Nullable Profile profile, int times, boolean verbose, PrintWriter out) throws IOException {
    memos = Memo.read(which);
    this.profile = profile;
    this.times = times;
    this.verbose = verbose;
    this.out = out;
  }

  /**
   * Holds the conversations.
   *
   * @return the exit status: 0 if the spec explains every reply, 1 if not, 2 if the adapter failed
   */
  public int against(Adapter adapter) {
    ModelCache models = ModelCache.take();
    int status = 0;
    try {
      for (Memo memo : memos) {
        status = Math.max(status, replay(memo, adapter, models));
        out.println();
        out.flush();
      }
    } finally {
      models.leave();
    }
    out.println(memos.isEmpty() ? "there is no finding to replay"
        : status == 0 ? "the spec explains every reply" : status == 1 ? "not every reply is explained" : "the adapter failed");
    out.flush();
    return status;
  }

  private int replay(Memo memo, Adapter adapter, ModelCache models) {
    Profile by = profile != null ? profile : Profile.parse(memo.profile());
    SpecModel model = models.get(by, adapter.hello().operations(), memo.cast());
    out.printf("finding %d, %s: %s; by the profile %s%n", memo.number(), memo.kind(),
        memo.rules().isEmpty() ? "no rule" : String.join(", ", memo.rules()), by.name());
    if (!memo.cast().equals(model.cast)) {
      out.println("     the adapter does not declare all the features that this conversation needs");
      return 2;
    }
    int wrong = 0;
    for (int i = 0; i < times; i++) {
      Heard heard = new Heard(new ReplayPerTask(memo.exchanges()), adapter::nanoTime);
      try {
        Finding found = new TestedAdapter(adapter).run(model, heard, exercised -> { });
        wrong += found == null ? 0 : 1;
        boolean shown = found == null ? i == times - 1 && wrong == 0 : wrong == 1;
        if (shown) {
          print(model, heard, found, memo);
        }
      } catch (AdapterFailure failure) {
        heard.told(null);
        print(model, heard, null, memo);
        out.println("     the adapter failed: " + failure.getMessage());
        return 2;
      }
    }
    if (times > 1) {
      out.printf("     it went wrong in %d of %d%n", wrong, times);
    }
    return wrong == 0 ? 0 : 1;
  }

  private void print(SpecModel model, Heard heard, @Nullable Finding found, Memo memo) {
    if (found != null && !found.exchanges().isEmpty()) {
      heard.told(found.exchanges().get(found.exchanges().size() - 1).reply());
    }
    List<Heard.Said> all = heard.all();
    out.println(all.isEmpty() ? "     nothing was said" : "     main started");
    for (int i = 0; i < all.size(); i++) {
      if (verbose) {
        states(model, all.get(i));
      }
      print(i, all, memo);
    }
    if (found == null) {
      return;
    }
    FindingText.allowed(found, out);
    out.println("     " + found.kind().title() + ": " + String.join(", ", found.ruleNames())
        + (found.said().isEmpty() ? "" : "; " + found.said()));
  }

  private void print(int i, List<Heard.Said> all, Memo memo) {
    Heard.Said said = all.get(i);
    Exchange exchange = said.exchange();
    @Nullable Exchange before = i < memo.exchanges().size() ? memo.exchanges().get(i) : null;
    out.printf(Locale.ROOT, "%4d %8.1f ms  %-40s -> %s%s%n", i + 1, (said.told() - all.get(0).sent()) / 1e6,
        exchange.task() + ": " + exchange.request(), exchange.told(), other(exchange, before));
  }

  /** What was otherwise when the conversation was held for the report. */
  private static String other(Exchange now, @Nullable Exchange before) {
    if (before == null) {
      return "  (not reached then)";
    } else if (!before.task().equals(now.task()) || !before.request().equals(now.request())) {
      return "  (then " + before.task() + ": " + before.request() + ")";
    }
    return Objects.equals(before.reply(), now.reply()) ? "" : "  (then " + (before.reply() == null ? "no reply" : before.reply())
        + ")";
  }

  /** The states of the spec before a request, as far as they differ from the first one, and the replies that they allow. */
  private void states(SpecModel model, Heard.Said said) {
    int[] states = said.states();
    Set<String> usual = StateWords.variables(model, model.oracle.initial()[0]);
    IntStream.of(states).limit(StateWords.MOST).forEach(state -> {
      Set<String> variables = StateWords.variables(model, state);
      variables.removeAll(usual);
      out.println("          state: " + (variables.isEmpty() ? "as in the beginning" : String.join(", ", variables)));
    });
    if (states.length > StateWords.MOST) {
      out.printf("          … and %d more%n", states.length - StateWords.MOST);
    }
    Candidates candidates = model.candidates();
    Disagreement owed = new Diagnosis(model, said.exchange().task(), said.exchange().request(), null)
        .of(candidates.closure(states, action -> true), 0, new History());
    out.println("          allowed, in time: " + FindingText.either(owed.allowed()));
  }
}
