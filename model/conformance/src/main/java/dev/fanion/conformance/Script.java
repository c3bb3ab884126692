package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Request.Kind;
import dev.fanion.conformance.protocol.Wire;
import dev.fanion.spec.SpecFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each task of a scenario is asked, in its order, written as a line: {@code main: spawn t1; 3 yield; set e1 | t1: wait e1
 * 20; exit}. A number before a request repeats it; a number behind it is a time in milliseconds, of a wait its limit. A storm
 * has the number of setters and of their sets: {@code storm f1 2x100}. A part in brackets is repeated as a whole:
 * {@code 40 (yield; set e1; clear e1)}.
 */
final class Script {
  /** As many hexadecimal digits of a hash as tell one script from another. */
  private static final int DIGITS = 8;

  private final Map<String, List<Request>> requests = new HashMap<>();

  private Script() {}

  /** Reads a script. */
  static Script of(String line) {
    Script script = new Script();
    for (String part : line.split("\\|")) {
      String[] task = part.split(":", 2);
      script.requests.put(task[0].strip(), requests(task[1]));
    }
    return script;
  }

  /** Reads the requests to one task. */
  static List<Request> requests(String text) {
    List<Request> all = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ';' : text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ';' && depth == 0) {
        all.addAll(repeated(text.substring(from, i).strip()));
        from = i + 1;
      }
    }
    return all;
  }

  private static List<Request> repeated(String text) {
    String count = text.replaceFirst("\\D.*", "");
    String rest = text.substring(count.length()).strip();
    List<Request> once = rest.startsWith("(")
        ? requests(rest.substring(1, rest.length() - 1)) : List.of(request(rest.split(" ")));
    List<Request> all = new ArrayList<>();
    for (int i = 0; i < (count.isEmpty() ? 1 : Integer.parseInt(count)); i++) {
      all.addAll(once);
    }
    return all;
  }

  private static Request request(String[] words) {
    Op op = Op.of(words[0]).orElseThrow();
    boolean named = words.length > 1 && !Character.isDigit(words[1].charAt(0));
    Request request = named ? Request.of(op, kind(words[1]), words[1]) : Request.of(op);
    String last = words[words.length - 1];
    if (op == Op.STORM) {
      String[] sizes = last.split("x");
      return request.storming(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
    }
    return Character.isDigit(last.charAt(0)) ? request.lasting(Integer.parseInt(last)) : request;
  }

  private static Kind kind(String name) {
    return switch (name.charAt(0)) {
      case 'e' -> Kind.EVENT;
      case 'f' -> Kind.FLAG;
      default -> Kind.TASK;
    };
  }

  /** What tells it from others, and stays when they change: the beginning of the hash of what each task is asked. */
  String id() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(requests).forEach((task, its) -> {
      text.append(task).append('\n');
      its.forEach(request -> text.append(Wire.write(request)).append('\n'));
    });
    byte[] hash = SpecFiles.sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, DIGITS);
  }

  /** Whether every object that the script names is in the cast. */
  boolean fits(Cast cast) {
    return all().allMatch(request -> has(cast, request));
  }

  /** Whether something of the script is left for this cast: the tasks that it names, and one of its objects if it names any. */
  boolean concerns(Cast cast) {
    return all().allMatch(request -> request.on() != Kind.TASK || has(cast, request))
        && (all().noneMatch(Script::namesAnObject) || all().anyMatch(request -> namesAnObject(request) && has(cast, request)));
  }

  /** How many tasks it has beside main. */
  int tasks() {
    return requests.size() - 1;
  }

  /** How many tasks, main among them, wait with a limit. */
  int limited() {
    return (int) requests.values().stream().filter(each -> each.stream().anyMatch(Request::limited)).count();
  }

  /** How many flags it waits for. */
  int flags() {
    return (int) all().filter(each -> each.op() == Op.WAIT && each.on() == Kind.FLAG).map(Request::name).distinct().count();
  }

  /** How many requests it has. */
  int length() {
    return (int) all().count();
  }

  private Stream<Request> all() {
    return requests.values().stream().flatMap(List::stream);
  }

  private static boolean namesAnObject(Request request) {
    return request.on() == Kind.EVENT || request.on() == Kind.FLAG;
  }

  private static boolean has(Cast cast, Request request) {
    return switch (request.on()) {
      case NOTHING -> true;
      case TASK -> cast.tasks().contains(request.name());
      case EVENT -> cast.events().contains(request.name());
      case FLAG -> cast.flags().contains(request.name());
    };
  }

  /** What each task is to be asked, to be used up. */
  Map<String, Deque<Request>> queues() {
    Map<String, Deque<Request>> queues = new HashMap<>();
    requests.forEach((task, its) -> queues.put(task, new ArrayDeque<>(its)));
    return queues;
  }

  /** Asks what the script says, leaves out what is not legal then, and drains the scenario behind it. */
  Chooser chooser(SpecModel model) {
    Map<String, Deque<Request>> left = queues();
    Drain drain = new Drain(model);
    return (tracker, reply) -> {
      @Nullable Request next = legal(left.get(reply.task()), tracker);
      return next != null ? next : drain.choose(tracker, reply);
    };
  }

  private static @Nullable Request legal(@Nullable Deque<Request> its, Tracker tracker) {
    while (its != null && !its.isEmpty()) {
      Request next = its.poll();
      if (tracker.legal(next)) {
        return next;
      }
    }
    return null;
  }
}
