package dev.fanion.conformance;

import dev.fanion.conformance.TestedAdapter.Held;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Op;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what is wrong with a conversation from what an earlier scenario has left in the process: that must not reach another run.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
record LeftOver(TestedAdapter tested, SpecModel model, Finding finding) {
  /** A conversation that goes wrong by chance does not do so this often in a row, and then never in new processes. */
  private static final int OFTEN = 6;
  private static final int ANEW = 3;

  private static final int LAST_WORDS = 3;

  private static final long NOTHING_LEAKS = Rule.bits(Set.of("LOP-5"));

  /**
   * The finding; if its conversation goes well in a new process, and wrong in this one, or behind the scenario before it, with
   * the rule that is broken then; if it came by chance, with words that say so.
   */
  Finding told() {
    if (!tested.adapter.takesTime() || finding.kind() != Finding.Kind.BROKEN) {
      return finding; // a silence has ended the process already
    }
    Held before = tested.before();
    try {
      boolean again = recurs();
      if (!again && isOfABeginning()) {
        return finding.said().isEmpty() ? finding.saying("it goes wrong only as the first scenario of a process") : finding;
      } else if (!again) {
        return before != null && comesBehind(before) ? leaked("it goes wrong only behind another scenario in the same process,"
            + " such as one that ends so: " + end(before)) : wentWell();
      } else if (takesTime() || !recursAlways() || goesWrongInNewProcesses()) {
        return finding; // it comes by chance, or of the conversation itself
      }
      return leaked("it goes wrong only after other scenarios in the same process: in a new process it goes well");
    } catch (AdapterFailure failure) {
      return finding; // what the adapter does when it is asked to end shows at the end of the run
    }
  }

  /** Whether it always goes wrong in a new process behind this scenario, and never there by itself. */
  private boolean comesBehind(Held before) throws AdapterFailure {
    for (int i = 0; i < ANEW; i++) {
      tested.adapter.quit();
      if (tested.run(before.model(), new ReplayPerTask(before.exchanges()), rules -> { }) != null || !recurs()) {
        return false;
      }
    }
    return !goesWrongInNewProcesses();
  }

  /** Whether it always goes wrong in a new process, and well when it is repeated there. */
  private boolean isOfABeginning() throws AdapterFailure {
    for (int i = 0; i < ANEW; i++) {
      tested.adapter.quit();
      if (!recurs() || recurs()) {
        return false;
      }
    }
    return true;
  }

  /** The last words of a scenario. */
  private static String end(Held scenario) {
    List<Exchange> all = scenario.exchanges();
    return all.subList(Math.max(0, all.size() - LAST_WORDS), all.size()).stream().map(Exchange::toString)
        .collect(Collectors.joining("; "));
  }

  /** Time tells nothing here: a new process is slow at first, so that what comes too early may come in time. */
  private boolean takesTime() {
    return finding.exchanges().stream().anyMatch(each -> each.request().millis() > 0 || each.request().op() == Op.STORM);
  }

  private Finding wentWell() {
    if (takesTime()) {
      return finding;
    }
    String words = "it went well when it was repeated: it came by chance, or of what an earlier scenario had left";
    return finding.said().isEmpty() ? finding.saying(words) : finding;
  }

  private Finding leaked(String words) {
    return new Finding(finding.kind(), finding.rules() | NOTHING_LEAKS, NOTHING_LEAKS, finding.cast(), finding.exchanges(),
        finding.allowed(), words, finding.option());
  }

  private boolean recurs() throws AdapterFailure {
    return finding.resembles(tested.repeat(model, finding));
  }

  private boolean recursAlways() throws AdapterFailure {
    for (int i = 1; i < OFTEN; i++) {
      if (!recurs()) {
        return false;
      }
    }
    return true;
  }

  private boolean goesWrongInNewProcesses() throws AdapterFailure {
    for (int i = 0; i < ANEW; i++) {
      tested.adapter.quit();
      if (recurs()) {
        return true;
      }
    }
    return false;
  }
}
