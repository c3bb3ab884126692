package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Wire;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a conversation of a smoke test, with the cure.
 *
 * @param exchanges what was said, up to where it went wrong
 * @param allowed the replies that the spec allows there, if it was asked
 */
record SmokeTrouble(Kind kind, List<Exchange> exchanges, Set<Reply> allowed, String what, String cure) {
  private static final String ONE_LINE = "Each request gets one line, a JSON object, ended by LF and flushed. Nothing else goes"
      + " to standard output: words for debugging go to standard error.";

  private static final String OWN_END = "A task says how its own last operation ended, and \"started\" only once, when it begins."
      + " A value comes with is_set and storm alone.";

  private static final String NO_TURN = "Read the next request inside the running task, with a call that blocks; give the loop no"
      + " turn to read it. If the runtime's own call runs another task, make it from a turn of its own (a callback of the loop).";

  private static final String AT_ONCE = "Answer from inside the task as soon as the call has returned, and flush the line.";

  private static final String NEXT_TURN = "When a task runs again, it says how its operation ended. Is that line flushed, does"
      + " the loop run, and did the call before it reach the right object?";

  private static final String BEGINS = "On begin, make a new loop and new objects, start main alone, and say from inside it that"
      + " it has started.";

  private static final String ENDS = "After end, and after the exit of main, send the line that ends the scenario, once. No task"
      + " speaks behind it: cancel or drop the others silently.";

  private static final String LIVES = "Catch what an operation throws. The adapter lives until quit, or the end of its input.";

  private static final String DECLARED = "Is it an operation that the adapter does not have? Then do not declare its feature.";

  private static final String RULES = "No side that fits the adapter has this. Either it does something else than it was asked,"
      + " or its runtime is wrong: ./fanion rules ID has the words of a rule.";

  /** What it says of the adapter. */
  enum Kind {
    WRONG, HANG, CRASH,
    /** The adapter itself failed, so that nothing is known of its runtime. */
    ADAPTER_ERROR,
    /** The same; and no further conversation would make sense. */
    PROTOCOL;

    /** The kind as it begins the lines of a trouble. */
    String title() {
      return this == ADAPTER_ERROR || this == PROTOCOL ? "ADAPTER ERROR" : name();
    }

    /** Whether the adapter itself failed. */
    boolean isOfAdapter() {
      return this == ADAPTER_ERROR || this == PROTOCOL;
    }
  }

  /** What is wrong with a reply, in any runtime and on any side; null if that alone does not tell. */
  static @Nullable SmokeTrouble of(List<Exchange> before, @Nullable Exchange asked, Reply reply, Answers answers) {
    if (asked == null) {
      return reply.equals(Conversation.FIRST) ? null : new SmokeTrouble(Kind.WRONG, before, Set.of(Conversation.FIRST),
          "a scenario was begun, and the adapter answered " + Wire.write(reply), BEGINS);
    }
    Exchange last = new Exchange(asked.task(), asked.request(), reply);
    List<Exchange> all = with(before, last);
    String mistake = answers.mistake(last.task(), last.request(), reply);
    if (mistake != null) {
      return new SmokeTrouble(Kind.ADAPTER_ERROR, all, Set.of(), mistake, OWN_END);
    } else if (!Answers.overtaken(last).isEmpty()) {
      return new SmokeTrouble(Kind.WRONG, all, Set.of(), Answers.overtaken(last), NO_TURN);
    } else if (endsTheScenario(last) && !reply.equals(Reply.ended())) {
      return new SmokeTrouble(Kind.WRONG, all, Set.of(),
          Answers.deed(last.task(), last.request()) + "; " + Answers.owed(last.task(), last.request()), ENDS);
    }
    return null;
  }

  private static boolean endsTheScenario(Exchange last) {
    Op op = last.request().op();
    return op == Op.END || op == Op.EXIT && last.task().equals(Cast.MAIN);
  }

  /**
   * What is wrong if no proper reply came.
   *
   * @param owed what the spec says of the conversation; null if it says nothing of it
   */
  static SmokeTrouble of(List<Exchange> before, @Nullable Exchange asked, AdapterFailure failure, @Nullable Finding owed) {
    if (failure.getMessage().startsWith(ProcessAdapter.OUT_OF_TURN)) { // what would have been asked next was not sent
      return new SmokeTrouble(Kind.PROTOCOL, before, Set.of(), failure.getMessage(), NO_TURN + " " + ONE_LINE);
    }
    List<Exchange> all = asked == null ? before : with(before, new Exchange(asked.task(), asked.request(), null));
    boolean atOnce = asked != null && Answers.neverSuspends(asked.request());
    Set<Reply> allowed = owed == null || owed.kind() != Finding.Kind.HANG ? Set.of() : owed.allowed();
    String deed = atOnce ? Answers.deed(asked.task(), asked.request()) + "; " + Answers.owed(asked.task(), asked.request()) + "; "
        : "";
    String what = deed + failure.getMessage();
    return switch (failure.kind()) {
      case HANG -> new SmokeTrouble(Kind.HANG, all, allowed, what, asked == null ? BEGINS : atOnce ? AT_ONCE
          : endsTheScenario(asked) ? ENDS : NEXT_TURN);
      case CRASH -> new SmokeTrouble(Kind.CRASH, all, allowed, what, LIVES);
      case EXIT -> new SmokeTrouble(atOnce ? Kind.ADAPTER_ERROR : Kind.CRASH, all, allowed, what, LIVES);
      case ERROR -> new SmokeTrouble(Kind.ADAPTER_ERROR, all, allowed, what, DECLARED);
      case ANSWER, PROTOCOL -> new SmokeTrouble(Kind.PROTOCOL, all, allowed, what,
          asked == null ? BEGINS + " " + ONE_LINE : ONE_LINE);
    };
  }

  /** A conversation that the spec does not explain, on any side. */
  static SmokeTrouble of(Finding finding) {
    List<String> rules = finding.ruleNames();
    String also = rules.size() > 1 ? " (also " + String.join(", ", rules.subList(1, rules.size())) + ")" : "";
    String what = rules.isEmpty() ? "" : "it breaks " + rules.get(0) + also + ", \"" + Rule.named(rules.get(0)).says() + "\"";
    String clock = finding.said().isEmpty() ? "" : "; " + finding.said();
    return new SmokeTrouble(Kind.WRONG, finding.exchanges(), finding.allowed(), what + clock, RULES);
  }

  private static List<Exchange> with(List<Exchange> before, Exchange last) {
    return Stream.concat(before.stream(), Stream.of(last)).toList();
  }

  /**
   * The operation that ended wrongly, or did not end: that of the task that was to speak, or else of the one that spoke. Who is
   * not to speak again has ended its own operation too soon, unless that was a yield.
   */
  private @Nullable Exchange wrong() {
    Exchange last = exchanges.isEmpty() ? null : exchanges.get(exchanges.size() - 1);
    Reply reply = last == null ? null : last.reply();
    boolean itself = reply != null && reply.task().equals(last.task()) && last.request().op() != Op.YIELD;
    if (last == null || itself || Answers.neverSuspends(last.request())) {
      return last;
    }
    List<String> owed = allowed.stream().map(Reply::task).distinct().toList();
    String task = owed.size() == 1 ? owed.get(0) : reply == null ? last.task() : reply.task();
    return exchanges.stream().filter(each -> each.task().equals(task)).reduce((first, second) -> second).orElse(last);
  }

  /** The request that went wrong, in words. */
  String operation() {
    Exchange wrong = wrong();
    return wrong == null ? "begin" : SmokeScript.name(wrong.task(), wrong.request());
  }
}
