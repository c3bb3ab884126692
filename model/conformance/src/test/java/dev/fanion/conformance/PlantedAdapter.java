package dev.fanion.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A conformance adapter for {@link PlantedRuntime}: in the JVM by {@link #hello} and {@link #reply}, or as a process:
 *
 * <pre>PlantedAdapter [--bug NAME] [--profile SIDE+SIDE] [--notice at-once|turn|round] [--misbehave MODE]
 * [--features A,B] [--clock own|system]</pre>
 *
 * Without options it conforms to the asyncio profile.
 */
public final class PlantedAdapter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MILLI = 1_000_000;
  private static final int SIX = 6;
  static final String FEATURES =
      "[\"event\",\"flag\",\"cancel\",\"timeout\",\"interrupt\",\"arm\",\"guard\",\"deadlock\"]";

  private final Bug bug;
  private final Sides sides;
  private final PlantedLoop.Notice notice;
  private final PlantedTime time;
  private final Random random = new Random(1);
  private PlantedRuntime runtime;

  /** Whether what the bug spoils has come in this process. */
  private boolean warm;

  public PlantedAdapter(Bug bug) {
    this(bug, Sides.ASYNCIO, PlantedLoop.Notice.TURN, PlantedTime.real());
  }

  PlantedAdapter(Bug bug, Sides sides, PlantedLoop.Notice notice, PlantedTime time) {
    this.bug = bug;
    this.sides = sides;
    this.notice = notice;
    this.time = time;
  }

  /** The first line of the adapter. */
  public String hello() {
    return "{\"fanion\":1,\"name\":\"planted " + bug + "\",\"version\":\"" + sides + "\",\"features\":" + FEATURES + "}";
  }

  /** The reply to one request; null if the adapter never prints anything again, which is a hang, or after {@code quit}. */
  public String reply(String line) {
    JsonNode request;
    try {
      request = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return error(e.getOriginalMessage());
    }
    String op = request.path("op").asText();
    if (op.equals("quit")) {
      return null;
    }
    if (op.equals("begin")) {
      PlantedRuntime earlier = runtime;
      runtime = new PlantedRuntime(bug, sides, notice, time, random, names(request.path("events")), names(request.path("flags")));
      if (bug == Bug.RESUMES_IN_NEXT_RUN && earlier != null) {
        runtime.inherit(earlier);
      } else if ((bug == Bug.KEEPS_STATE_IF_MANY_STAY || bug == Bug.STATE_KEPT_AFTER_DEADLOCK) && earlier != null) {
        runtime.keep(earlier);
      } else if (bug == Bug.ARMS_KEPT_AFTER_EXIT && earlier != null) {
        runtime.inheritArms(earlier);
      }
      return says("main", "started", "");
    }
    runtime.loop.deliver();
    boolean mainExits = op.equals("exit") && runtime.loop.running.name.equals("main");
    if (op.equals("end") || mainExits) {
      boolean blocked = runtime.tasks.values().stream().anyMatch(task -> task.blocked);
      runtime.loop.running.gone = mainExits;
      return mainExits && blocked && bug == Bug.NEVER_ENDS_WHILE_BLOCKED ? null : "{\"ended\":true}";
    }
    if (op.equals("is_set")) {
      return says(runtime.loop.running.name, "ok", ",\"value\":" + runtime.isSet(request.path("event").asText()));
    }
    String name = runtime.loop.running.name;
    String result = perform(op, request);
    return result == null ? afterSuspension() : result.startsWith("{") ? result : says(name, result, "");
  }

  private String perform(String op, JsonNode request) {
    String thing = request.path(request.has("flag") ? "flag" : "event").asText();
    return switch (op) {
      case "spawn" -> runtime.spawn(request.path("task").asText());
      case "wait" -> runtime.await(thing, request.has("timeout_ms") && isFirst(Bug.FIRST_LIMIT_PASSES_AT_ONCE) ? 1
          : request.path("timeout_ms").asLong() * MILLI);
      case "set" -> runtime.set(thing);
      case "clear" -> runtime.clear(thing);
      case "yield" -> runtime.yieldTurn();
      case "sleep" -> runtime.sleep(request.path("ms").asLong() * MILLI);
      case "hog" -> hog(request.path("ms").asLong() * MILLI);
      case "cancel" -> runtime.waits.cancel(runtime.tasks.get(request.path("task").asText()));
      case "interrupt" -> request.has("flag") && isFirst(Bug.FIRST_INTERRUPT_IS_LOST) ? "ok" : runtime.interrupt(thing);
      case "arm" -> isFirst(Bug.FIRST_INTERRUPT_IS_LOST) ? "ok" : runtime.arm(thing, request.path("delay_ms").asLong() * MILLI);
      case "exit" -> runtime.exit();
      default -> error("no such operation: " + op);
    };
  }

  private boolean isFirst(Bug spoils) {
    boolean first = bug == spoils && !warm;
    warm |= first;
    return first;
  }

  /** A new process begins. */
  void begins() {
    warm = false;
    runtime = null;
  }

  private String hog(long nanos) {
    long until = time.nanoTime() + nanos;
    while (time.nanoTime() < until) {
      time.pass(until - time.nanoTime());
    }
    return "ok";
  }

  private String afterSuspension() {
    PlantedTask task = runtime.loop.next();
    if (task != null) {
      return says(task.name, task.result, "");
    }
    return switch (runtime.loop.stop) {
      case ENDED -> "{\"ended\":true}";
      case DEADLOCK -> "{\"deadlock\":[\"" + String.join("\",\"", reported()) + "\"]}";
      case ASLEEP -> null;
    };
  }

  private List<String> reported() {
    List<String> all = List.copyOf(runtime.tasks.keySet());
    return bug == Bug.REPORT_OF_SIX ? all.subList(0, Math.min(SIX, all.size())) : all;
  }

  /** This hello of a runtime whose clock is its own. */
  static String withClock(String hello) {
    return hello.replace("[", "[\"clock\",");
  }

  /** This reply with the time. */
  private String timed(String reply) {
    return reply.replaceFirst("\\{", "{\"now\":" + time.nanoTime() / 1e6 + ",");
  }

  private static String says(String task, String result, String more) {
    return "{\"task\":\"" + task + "\",\"result\":\"" + result + "\"" + more + "}";
  }

  private static String error(String text) {
    return JSON.createObjectNode().put("error", text).toString();
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(name -> names.add(name.asText()));
    return names;
  }

  public static void main(String[] args) throws IOException {
    Bug bug = Bug.NONE;
    Sides sides = Sides.ASYNCIO;
    PlantedLoop.Notice notice = PlantedLoop.Notice.TURN;
    Misbehaviour manners = Misbehaviour.NONE;
    String features = FEATURES;
    boolean clock = false;
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1].toUpperCase(Locale.ROOT).replace('-', '_') : "";
      switch (args[i]) {
        case "--bug" -> bug = Bug.valueOf(value);
        case "--profile" -> sides = Sides.parse(value);
        case "--notice" -> notice = PlantedLoop.Notice.valueOf(value);
        case "--features" -> features = "[\"" + args[i + 1].replace(",", "\",\"") + "\"]";
        case "--clock" -> clock = value.equals("OWN");
        case "--misbehave" -> manners = Misbehaviour.valueOf(value);
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    PlantedAdapter adapter = new PlantedAdapter(bug, sides, notice, clock ? PlantedTime.virtual() : PlantedTime.real());
    String hello = adapter.hello().replace(FEATURES, features);
    converse(adapter, manners.hello(clock ? withClock(hello) : hello), manners, clock);
  }

  private static void converse(PlantedAdapter adapter, String hello, Misbehaviour manners, boolean clock) throws IOException {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int scenarios = 0;
    out.write(Misbehaviour.line(hello));
    out.flush();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.contains("\"quit\"")) {
        manners.quit();
        return;
      }
      scenarios += line.contains("\"begin\"") ? 1 : 0;
      String reply = adapter.reply(line);
      if (reply == null) {
        Misbehaviour.sleepForEver();
      }
      out.write(manners.reply(clock ? adapter.timed(reply) : reply, scenarios));
      out.flush();
    }
  }
}
