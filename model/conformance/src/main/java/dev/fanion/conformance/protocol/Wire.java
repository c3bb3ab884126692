package dev.fanion.conformance.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes and reads the lines of the protocol, which are JSON. A line of no known form is a {@link MalformedLine}. */
public final class Wire {
  /** The longest line, in bytes. */
  public static final int LONGEST = 65_536;
  /** The line that asks an adapter to end. */
  public static final String QUIT = "{\"op\":\"quit\"}";
  /** How deeply the lists and objects of a line can be nested. */
  private static final int DEEPEST = 1_000;

  /** A line bounds its numbers and names already, so that only its depth needs a limit. */
  private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder().streamReadConstraints(
      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(LONGEST).maxNameLength(LONGEST).build()).build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Wire() {}

  /** A line that is not of the protocol. The reason is one line, whatever it quotes. */
  public static final class MalformedLine extends IOException {
    private static final long serialVersionUID = 1;

    MalformedLine(String why) {
      super(Harmless.line(why));
    }
  }

  /** The line that begins a scenario. */
  public static String write(Cast cast) {
    return line(
        o -> {
          o.put("op", "begin");
          o.set("events", JSON.valueToTree(cast.events()));
          o.set("flags", JSON.valueToTree(cast.flags()));
          o.set("tasks", JSON.valueToTree(cast.tasks()));
        });
  }

  /** The line with which an adapter says hello. */
  public static String write(Hello hello) {
    return line(
        o -> {
          o.put("fanion", Hello.PROTOCOL).put("name", hello.name()).put("version", hello.version());
          o.set("features", JSON.valueToTree(hello.features().stream().sorted().toList()));
        });
  }

  /** The line of a request. */
  public static String write(Request request) {
    return line(
        o -> {
          o.put("op", request.op().wire());
          if (request.on() != Request.Kind.NOTHING) {
            o.put(request.on().wire, request.name());
          }
          switch (request.op()) {
            case WAIT -> {
              if (request.limited()) {
                o.put("timeout_ms", request.millis());
              }
            }
            case SLEEP, HOG -> o.put("ms", request.millis());
            case ARM -> o.put("delay_ms", request.millis());
            case STORM -> o.put("setters", request.setters()).put("sets", request.sets());
            default -> { }
          }
        });
  }

  /** The line of a reply. */
  public static String write(Reply reply) {
    return write(reply, null);
  }

  /** The line of a reply, with what the implementation's own clock says, in nanoseconds; null if it has none. */
  public static String write(Reply reply, @Nullable Long now) {
    return line(
        o -> {
          if (now != null) {
            o.put("now", now / 1e6);
          }
          if (reply.result() == Result.DEADLOCK) {
            o.set("deadlock", JSON.valueToTree(reply.blocked().stream().sorted().toList()));
          } else if (reply.over()) {
            o.put("ended", true);
          } else {
            o.put("task", reply.task()).put("result", reply.result().wire());
            if (reply.value() != null) {
              o.set("value", JSON.valueToTree(reply.value()));
            }
          }
        });
  }

  private static String line(Consumer<ObjectNode> members) {
    ObjectNode object = JSON.createObjectNode();
    members.accept(object);
    return object.toString();
  }

  /** Reads any line of the protocol. */
  public static JsonNode parse(String line) throws MalformedLine {
    try {
      JsonNode node = JSON.readTree(line);
      if (node == null || !node.isObject()) {
        throw new MalformedLine("not a JSON object");
      }
      return node;
    } catch (StreamConstraintsException e) {
      throw new MalformedLine("nested too deeply (a line has at most " + DEEPEST + " levels)");
    } catch (JsonProcessingException e) {
      throw new MalformedLine("not JSON");
    }
  }

  /** Reads the first line of an adapter. Its name and version are made harmless. */
  public static Hello hello(JsonNode node) throws MalformedLine {
    JsonNode number = node.path("fanion");
    if (!number.isInt()) {
      throw new MalformedLine("not a hello: it has no number \"fanion\"");
    } else if (number.intValue() != Hello.PROTOCOL) {
      throw new MalformedLine("protocol version " + number + "; this suite speaks " + Hello.PROTOCOL);
    }
    Set<String> features = strings(node.path("features"), "features");
    for (String feature : features) {
      if (!Hello.FEATURES.contains(feature)) {
        throw new MalformedLine(unknown(feature));
      }
    }
    if (!features.contains("event") && !features.contains("flag")) {
      throw new MalformedLine("nothing to test: it declares neither the feature \"event\" nor \"flag\"");
    }
    return new Hello(Harmless.beginning(node.path("name").asText("unnamed")),
        Harmless.beginning(node.path("version").asText("unknown")), features);
  }

  private static String unknown(String feature) {
    String meant = Nearest.to(feature, Hello.FEATURES).map(near -> "; did you mean \"" + near + "\"?").orElse(".");
    return "unknown feature \"" + Harmless.beginning(feature) + "\"" + meant + " The features are "
        + String.join(", ", Hello.FEATURES.stream().sorted().toList());
  }

  private static Set<String> strings(JsonNode array, String member) throws MalformedLine {
    Set<String> all = new LinkedHashSet<>();
    for (JsonNode element : array) {
      all.add(element.asText());
    }
    if (!array.isArray()) {
      throw new MalformedLine("\"" + member + "\" is not a list of names");
    }
    return all;
  }

  /** Reads a reply in a scenario with this cast. */
  public static Reply reply(JsonNode node, Cast cast) throws MalformedLine {
    if (node.path("ended").asBoolean(false)) {
      return Reply.ended();
    } else if (node.has("deadlock")) {
      return Reply.deadlock(known(strings(node.get("deadlock"), "deadlock"), cast));
    }
    String task = node.path("task").asText();
    String wire = node.path("result").asText();
    known(Set.of(task), cast);
    Result result = Result.of(wire).orElseThrow(() -> new MalformedLine("unknown result \"" + Harmless.beginning(wire) + "\""));
    JsonNode value = node.path("value");
    if (value.isBoolean()) {
      return Reply.of(task, result, value.booleanValue());
    } else if (value.isInt()) {
      return Reply.of(task, result, value.intValue());
    } else if (value.isMissingNode() || value.isNull()) {
      return Reply.of(task, result);
    }
    throw new MalformedLine("\"value\" is neither true nor false, nor a whole number in 32 bits");
  }

  /** The time that a reply tells, in nanoseconds, which is no earlier than that of the reply before. */
  public static long now(JsonNode node, long before) throws MalformedLine {
    JsonNode now = node.path("now");
    if (!now.isNumber()) {
      throw new MalformedLine("it declares the feature \"clock\", so that each reply has a number \"now\", in milliseconds");
    }
    long nanos = Math.round(now.doubleValue() * 1e6);
    if (nanos < before) {
      throw new MalformedLine("its clock goes backwards in a scenario, to \"now\":" + now);
    }
    return nanos;
  }

  private static Set<String> known(Set<String> tasks, Cast cast) throws MalformedLine {
    for (String task : tasks) {
      if (!cast.tasks().contains(task)) {
        throw new MalformedLine("unknown task \"" + Harmless.beginning(task) + "\"");
      }
    }
    return tasks;
  }

  /** Reads the line that begins a scenario. */
  public static Cast cast(JsonNode node) throws MalformedLine {
    return new Cast(
        List.copyOf(strings(node.path("events"), "events")),
        List.copyOf(strings(node.path("flags"), "flags")),
        List.copyOf(strings(node.path("tasks"), "tasks")));
  }

  /** Reads a request in a scenario with this cast. */
  public static Request request(JsonNode node, Cast cast) throws MalformedLine {
    String wire = node.path("op").asText();
    Op op = Op.of(wire).orElseThrow(() -> new MalformedLine("unknown op \"" + wire + "\""));
    Request.Kind on = Request.Kind.NOTHING;
    for (Request.Kind kind : Request.Kind.values()) {
      if (kind != Request.Kind.NOTHING && node.has(kind.wire)) {
        on = kind;
      }
    }
    String name = on == Request.Kind.NOTHING ? "" : node.get(on.wire).asText();
    List<String> known = switch (on) {
      case NOTHING -> List.of("");
      case TASK -> cast.tasks();
      case EVENT -> cast.events();
      case FLAG -> cast.flags();
    };
    if (!known.contains(name)) {
      throw new MalformedLine("unknown " + on.wire + " \"" + name + "\"; begin named " + known);
    }
    int millis = node.path(op == Op.WAIT ? "timeout_ms" : op == Op.ARM ? "delay_ms" : "ms").asInt();
    return new Request(op, on, name, millis, node.path("setters").asInt(), node.path("sets").asInt());
  }
}
