package dev.fanion.spec.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What TLC prints in its {@code -tool} mode: messages in frames that carry a code and a severity, and between the frames plain
 * lines, such as the parser's errors. One thread adds the lines, and reads the result afterwards.
 */
public final class TlcOutput {
  static final int SUCCESS = 2193;
  static final int STATS = 2199;
  static final int COVERAGE_OF_ACTION = 2772;
  static final int ERROR = 1;
  private static final int WARNING = 3;
  private static final int STATE = 4;

  private static final int COMPUTING_INITIAL_STATES = 2189;
  private static final Set<Integer> SEARCH_ENDS = Set.of(2186, STATS);
  /** Coverage of expressions and of properties. It is most of the output, and has no use here. */
  private static final Set<Integer> IGNORED = Set.of(2221, 2774, 2775);
  private static final int MOST_PLAIN_LINES = 1000;

  private static final Pattern START = Pattern.compile("@!@!@STARTMSG (-?\\d+):(\\d+) @!@!@");
  private static final Pattern END = Pattern.compile("@!@!@ENDMSG -?\\d+ @!@!@");
  private static final Pattern NOISE = Pattern.compile("(Parsing file|Semantic processing of module) .*|\\s*");
  private static final Pattern COUNTS = Pattern.compile("([\\d,]+) states generated, ([\\d,]+) distinct states found.*");

  /** A message of a frame. */
  public record Message(int code, int severity, String text) {}

  /** The numbers of states that a search found, whether it was complete or not. */
  record Counts(long generated, long distinct) {}

  private final List<Message> messages = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int code;
  private int severity;
  private boolean framed;
  private long searchBegan;
  private long searchEnded;
  private int plainLines;
  private final Consumer<Message> listener;

  TlcOutput() {
    this(message -> { });
  }

  /** The listener gets each message when it is complete. */
  TlcOutput(Consumer<Message> listener) {
    this.listener = listener;
  }

  /**
   * Takes lines up to one that begins with the mark.
   *
   * @return that line, or null at the end of them all
   */
  @Nullable String take(BufferedReader lines, String mark) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(mark)) {
      line(line);
      line = lines.readLine();
    }
    return line;
  }

  void line(String line) {
    Matcher start = START.matcher(line);
    if (start.find()) {
      begin(Integer.parseInt(start.group(1)), Integer.parseInt(start.group(2)));
    } else if (END.matcher(line).find()) {
      end();
    } else if (framed) {
      text.append(text.isEmpty() ? "" : "\n").append(line);
    } else if (!NOISE.matcher(line).matches() && plainLines++ < MOST_PLAIN_LINES) {
      shown.add(line);
    }
  }

  private void begin(int newCode, int newSeverity) {
    framed = true;
    code = newCode;
    severity = newSeverity;
    text.setLength(0);
    if (code == COMPUTING_INITIAL_STATES) {
      searchBegan = System.nanoTime();
    } else if (SEARCH_ENDS.contains(code) && searchEnded == 0) {
      searchEnded = System.nanoTime();
    }
  }

  private void end() {
    framed = false;
    if (IGNORED.contains(code)) {
      return;
    }
    String whole = text.toString().stripTrailing();
    Message message = new Message(code, severity, whole);
    messages.add(message);
    listener.accept(message);
    if (severity == ERROR || severity == WARNING || severity == STATE) {
      whole.lines().forEach(shown::add);
    }
  }

  public List<Message> messages() {
    return messages;
  }

  /** The lines that a reader needs after a failure: errors, warnings, the error trace, and lines without a frame. */
  public List<String> shown() {
    return shown;
  }

  boolean has(int messageCode) {
    return messages.stream().anyMatch(message -> message.code == messageCode);
  }

  List<Message> errors() {
    return messages.stream().filter(message -> message.severity == ERROR).toList();
  }

  /** The final counts; empty if TLC did not print them. */
  Optional<Counts> counts() {
    return messages.stream()
        .filter(message -> message.code == STATS)
        .map(message -> COUNTS.matcher(message.text))
        .filter(Matcher::matches)
        .map(found -> new Counts(number(found.group(1)), number(found.group(2))))
        .findFirst();
  }

  private static long number(String digits) {
    return Long.parseLong(digits.replace(",", ""));
  }

  /** The time from the first initial state to the last state, without the start of the JVM and parsing. */
  double searchSeconds() {
    return searchBegan == 0 || searchEnded == 0 ? 0 : (searchEnded - searchBegan) / 1e9;
  }
}
