package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Hello;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A smoke test, for whoever writes an adapter: every operation that it declares, in a few short conversations that are always
 * the same.
 *
 * <p>A reply is wrong if no right runtime gives it there, or if the spec does not explain the conversation: neither by the
 * profile asked for, nor by the sides that the experiments of {@link Fingerprint} find. So a choice of side is no mistake. The
 * experiments are made only if they are needed, and nothing else is wrong.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
public final class SmokeRun {
  /** Each silence costs a deadline. */
  private static final int MOST_SILENCES = 2;

  private final Profile asked;
  private final boolean verbose;
  private final PrintWriter out;
  private final List<SmokeTrouble> troubles = new ArrayList<>();

  /** Those that have been printed: once is enough. */
  private final Set<String> cures = new HashSet<>();
  private final SmokeTable table = new SmokeTable(SmokeScript.all());

  /**
   * Prepares a smoke test.
   *
   * @param asked the profile to judge by first
   * @param verbose whether to print each conversation
   */
  public SmokeRun(Profile asked, boolean verbose, PrintWriter out) {
    this.asked = asked;
    this.verbose = verbose;
    this.out = out;
  }

  /**
   * Holds the conversations, and prints what came of each operation.
   *
   * @return the exit status: 0 each reply was legal, 1 one was not, 2 the adapter itself failed
   */
  public int against(Adapter adapter) {
    Hello hello = adapter.hello();
    out.printf("%s %s, features: %s%n%n", hello.name(), hello.version(),
        String.join(", ", hello.features().stream().sorted().toList()));
    out.flush();
    ModelCache models = ModelCache.take();
    try {
      List<SmokeTalk> talks = talks(adapter, models);
      Profile judge = judge(talks, adapter, models);
      if (troubles.isEmpty()) {
        quit(adapter);
      }
      table.print(hello.features(), out);
      out.println();
      int status = troubles.isEmpty() ? 0 : troubles.stream().allMatch(trouble -> trouble.kind().isOfAdapter()) ? 2 : 1;
      summary(status, judge, talks.size());
      out.flush();
      return status;
    } finally {
      models.leave();
    }
  }

  /** Holds those that the features allow, up to a mistake behind which no other one would make sense. */
  private List<SmokeTalk> talks(Adapter adapter, ModelCache models) {
    List<SmokeTalk> talks = new ArrayList<>();
    int silences = 0;
    for (SmokeScript script : SmokeScript.all()) {
      if (!adapter.hello().features().containsAll(script.experiment().needs())) {
        continue;
      }
      SmokeTalk talk = SmokeTalk.hold(script, adapter, asked, models);
      talks.add(talk);
      if (verbose) {
        out.println("\"" + script.title() + "\"");
        FindingText.exchanges(talk.exchanges(), out);
        out.println();
      }
      SmokeTrouble trouble = talk.trouble();
      if (trouble != null) {
        trouble(script.title(), trouble);
        silences += trouble.kind() == SmokeTrouble.Kind.HANG ? 1 : 0;
        if (trouble.kind() == SmokeTrouble.Kind.PROTOCOL || silences == MOST_SILENCES) {
          return talks;
        }
      }
    }
    return talks;
  }

  /** Compares the conversations with the spec. Returns the profile that explains them, as far as one does. */
  private Profile judge(List<SmokeTalk> talks, Adapter adapter, ModelCache models) {
    List<SmokeTalk> strange = new ArrayList<>();
    for (SmokeTalk talk : talks) {
      if (talk.trouble() == null && talk.against(asked, adapter, models) != null) {
        strange.add(talk);
      } else {
        table.add(talk.exchanges(), talk.trouble());
      }
    }
    if (strange.isEmpty()) {
      return asked;
    } else if (!troubles.isEmpty()) {
      strange.forEach(talk -> out.printf("\"%s\" is not as the profile %s has it. That may be a choice: it is judged when what"
          + " stands above is right.%n%n", talk.script.title(), asked.name()));
      strange.forEach(talk -> table.add(talk.exchanges(), null));
      return asked;
    }
    Fingerprint sides = new Fingerprint(adapter, models, adapter.hello().operations(), asked);
    sides.run(() -> { });
    AdapterFailure failure = sides.failure();
    if (failure != null) {
      outside("in an experiment that finds its sides", failure, "Try ./fanion fingerprint, which makes these experiments alone.");
    }
    for (SmokeTalk talk : strange) {
      Finding finding = talk.against(sides.profile(), adapter, models);
      SmokeTrouble trouble = finding == null || failure != null ? null : SmokeTrouble.of(finding);
      table.add(trouble == null ? talk.exchanges() : trouble.exchanges(), trouble);
      if (trouble != null) {
        trouble(talk.script.title(), trouble);
      }
    }
    return sides.profile();
  }

  private void quit(Adapter adapter) {
    try {
      adapter.quit();
      table.hasQuit();
    } catch (AdapterFailure failure) {
      outside("quit", failure, "On quit, and when its input ends, the adapter exits with status 0.");
    }
  }

  /** The adapter failed elsewhere than in a conversation. */
  private void outside(String where, AdapterFailure failure, String cure) {
    SmokeTrouble trouble = SmokeTrouble.of(List.of(), null, failure, null);
    troubles.add(trouble);
    out.printf("%d. %s: %s%n     %s%n     %s%n%n", troubles.size(), trouble.kind().title(), where, trouble.what(), cure);
  }

  private void trouble(String title, SmokeTrouble trouble) {
    troubles.add(trouble);
    out.printf("%d. %s: %s, in the conversation \"%s\"%n", troubles.size(), trouble.kind().title(), trouble.operation(), title);
    FindingText.exchanges(trouble.exchanges(), out);
    if (!trouble.allowed().isEmpty()) {
      out.println("     the spec allows: " + FindingText.either(trouble.allowed()));
    }
    out.println("     " + trouble.what());
    if (cures.add(trouble.cure())) {
      out.println("     " + trouble.cure());
    }
    out.println();
    out.flush();
  }

  private void summary(int status, Profile judge, int talks) {
    String how = FindingText.count(troubles.size(), "mistake") + " in " + FindingText.count(talks, "conversation");
    if (status != 0) {
      out.printf("%s: %s%n", status == 1 ? "SMOKE: mend it" : "SMOKE: mend the adapter", how);
      return;
    }
    out.printf("FINE: %d operations, each reply of %s is legal%n", table.asked(), FindingText.count(talks, "conversation"));
    String option = judge.name().equals(Profile.ASYNCIO) ? "" : " --profile " + judge.name();
    if (!judge.equals(asked)) {
      out.printf("not all its sides are those of the profile %s: they are those of %s, and as right%n",
          asked.name(), judge.name());
    }
    out.printf("the adapter speaks; what it means comes next: ./fanion conform --adapter CMD%s%n", option);
  }
}
