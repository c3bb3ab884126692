package dev.fanion.conformance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Request.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class WireTest {
  private static final Cast CAST = Cast.of(2, 1, 1);

  public static Stream<Request> requests() {
    return Stream.of(
        Request.of(Op.SPAWN, Kind.TASK, "t1"), Request.of(Op.CANCEL, Kind.TASK, "t2"),
        Request.of(Op.WAIT, Kind.EVENT, "e1"), Request.of(Op.WAIT, Kind.FLAG, "f1"),
        Request.of(Op.WAIT, Kind.EVENT, "e1").lasting(20), Request.of(Op.WAIT, Kind.FLAG, "f1").lasting(1),
        Request.of(Op.SET, Kind.EVENT, "e1"), Request.of(Op.SET, Kind.FLAG, "f1"),
        Request.of(Op.CLEAR, Kind.EVENT, "e1"), Request.of(Op.CLEAR, Kind.FLAG, "f1"),
        Request.of(Op.IS_SET, Kind.EVENT, "e1"), Request.of(Op.YIELD), Request.of(Op.EXIT), Request.of(Op.END),
        Request.of(Op.SLEEP).lasting(5), Request.of(Op.HOG).lasting(5),
        Request.of(Op.INTERRUPT, Kind.FLAG, "f1"), Request.of(Op.INTERRUPT, Kind.EVENT, "e1"),
        Request.of(Op.ARM, Kind.FLAG, "f1").lasting(2), Request.of(Op.STORM, Kind.FLAG, "f1").storming(2, 10_000));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestIsReadAsItWasWritten(Request request) throws Wire.MalformedLine {
    assertEquals(request, Wire.request(Wire.parse(Wire.write(request)), CAST));
  }

  @Test
  void everyOperationIsAmongTheRequests() {
    assertEquals(Set.of(Op.values()), requests().map(Request::op).collect(java.util.stream.Collectors.toSet()));
  }

  @Test
  void requestsLookAsTheProtocolSays() {
    assertEquals("{\"op\":\"wait\",\"event\":\"e1\",\"timeout_ms\":20}",
        Wire.write(Request.of(Op.WAIT, Kind.EVENT, "e1").lasting(20)));
    assertEquals("{\"op\":\"arm\",\"flag\":\"f1\",\"delay_ms\":2}", Wire.write(Request.of(Op.ARM, Kind.FLAG, "f1").lasting(2)));
    assertEquals("{\"op\":\"storm\",\"flag\":\"f1\",\"setters\":2,\"sets\":10000}",
        Wire.write(Request.of(Op.STORM, Kind.FLAG, "f1").storming(2, 10_000)));
    assertEquals("{\"op\":\"begin\",\"events\":[\"e1\"],\"flags\":[\"f1\"],\"tasks\":[\"main\",\"t1\",\"t2\"]}",
        Wire.write(CAST));
  }

  static Stream<Reply> replies() {
    return Stream.of(
        Reply.of("main", Result.STARTED), Reply.of("t1", Result.WOKEN), Reply.of("t2", Result.CANCELLED),
        Reply.of("t1", Result.TIMEOUT), Reply.of("main", Result.REFUSED), Reply.of("main", Result.OK),
        Reply.of("main", Result.OK, true), Reply.of("t1", Result.OK, false), Reply.of("main", Result.OK, 20_001),
        Reply.ended(), Reply.deadlock(Set.of("main", "t1")));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void aReplyIsReadAsItWasWritten(Reply reply) throws Wire.MalformedLine {
    assertEquals(reply, Wire.reply(Wire.parse(Wire.write(reply)), CAST));
  }

  @Test
  void helloAndCastAreReadAsTheyWereWritten() throws Wire.MalformedLine {
    Hello hello = new Hello("Größe \"X\"", "1.0", Hello.FEATURES);
    assertEquals(hello, Wire.hello(Wire.parse(Wire.write(hello))));
    assertEquals(CAST, Wire.cast(Wire.parse(Wire.write(CAST))));
  }

  @Test
  void unknownMembersAreIgnored() throws Wire.MalformedLine {
    Hello hello = Wire.hello(Wire.parse("{\"fanion\":1,\"features\":[\"event\"],\"mood\":\"good\"}"));
    assertEquals(Set.of("event"), hello.features());
    assertEquals(Reply.of("t1", Result.WOKEN),
        Wire.reply(Wire.parse("{\"mood\":[1],\"result\":\"woken\",\"task\":\"t1\"}"), CAST));
  }

  @Test
  void whatAnAdapterSaysOfItselfIsMadeHarmless() throws Wire.MalformedLine {
    Hello hello = Wire.hello(Wire.parse("{\"fanion\":1,\"name\":\"x\\nCONFORMS\\u001b[32m\",\"version\":\"\\u202e1\","
        + "\"features\":[\"event\"]}"));
    assertEquals("x\\u000aCONFORMS\\u001b[32m", hello.name());
    assertEquals("\\u202e1", hello.version());
    String said = assertThrows(Wire.MalformedLine.class, () ->
        Wire.reply(Wire.parse("{\"task\":\"main\",\"result\":\"o\\rk\\ud800\"}"), CAST)).getMessage();
    assertEquals("unknown result \"o\\u000dk\\ud800\"", said);
  }

  /** Each of these is JSON, so that "not JSON" would be no help. */
  @Test
  void theTrueReasonIsGivenForALineBeyondTheLimits() throws Wire.MalformedLine {
    String deep = "{\"a\":".repeat(1_001) + "1" + "}".repeat(1_001);
    assertTrue(assertThrows(Wire.MalformedLine.class, () -> Wire.parse(deep)).getMessage().startsWith("nested too deeply"));
    String nested = "{\"more\":" + "[".repeat(900) + "]".repeat(900) + ",\"task\":\"main\",\"result\":\"ok\"}";
    assertEquals(Reply.of("main", Result.OK), Wire.reply(Wire.parse(nested), CAST));
    String number = "{\"more\":" + "9".repeat(60_000) + ",\"task\":\"main\",\"result\":\"ok\"}";
    assertEquals(Reply.of("main", Result.OK), Wire.reply(Wire.parse(number), CAST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Hello", "17", "null", "[]", "\"ok\"", "{\"task\":", "{'task':'main'}", "{\"task\":\"main\"} ok"})
  void whatIsNotOneJsonObjectIsRejected(String line) {
    assertTrue(assertThrows(Wire.MalformedLine.class, () -> Wire.parse(line)).getMessage().startsWith("not "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      {"task":"t9","result":"ok"}        | unknown task "t9"
      {"result":"ok"}                    | unknown task ""
      {"task":"main"}                    | unknown result ""
      {"task":"main","result":"done"}    | unknown result "done"
      {"deadlock":["main","t9"]}         | unknown task "t9"
      {"deadlock":"main"}                | "deadlock" is not a list
      {"task":"main","result":"ok","value":"yes"} | "value" is neither true nor false
      """)
  void aReplyOfNoKnownFormIsRejectedWithAReason(String line, String reason) {
    String said = assertThrows(Wire.MalformedLine.class, () -> Wire.reply(Wire.parse(line), CAST)).getMessage();
    assertTrue(said.contains(reason), said);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      {"op":"jump"}                      | unknown op "jump"
      {}                                 | unknown op ""
      {"op":"set","event":"e9"}          | unknown event "e9"; begin named [e1]
      {"op":"wait","flag":"e1"}          | unknown flag "e1"
      {"op":"spawn","task":"t9"}         | unknown task "t9"
      """)
  void aRequestOfNoKnownFormIsRejectedWithAReason(String line, String reason) {
    String said = assertThrows(Wire.MalformedLine.class, () -> Wire.request(Wire.parse(line), CAST)).getMessage();
    assertTrue(said.contains(reason), said);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      {"name":"x","features":[]}              | it has no number
      {"fanion":"1","features":[]}            | it has no number
      {"fanion":2,"features":[]}              | protocol version 2; this suite speaks 1
      {"fanion":1,"name":"x"}                 | "features" is not a list
      {"fanion":1,"features":"event"}         | "features" is not a list
      {"fanion":1,"features":["events"]}      | unknown feature "events"; did you mean "event"? The features are arm, cancel,
      {"fanion":1,"features":["event","cancle"]} | unknown feature "cancle"; did you mean "cancel"?
      {"fanion":1,"features":["event","teleport"]} | unknown feature "teleport". The features are
      {"fanion":1,"features":["cancel"]}      | nothing to test: it declares neither the feature "event" nor "flag"
      {"fanion":1,"features":[]}              | nothing to test
      """)
  void aHelloOfNoKnownFormIsRejectedWithAReason(String line, String reason) {
    String said = assertThrows(Wire.MalformedLine.class, () -> Wire.hello(Wire.parse(line))).getMessage();
    assertTrue(said.contains(reason), said);
  }

  @Test
  void aCastWithoutItsListsIsRejected() {
    for (String missing : List.of("events", "flags", "tasks")) {
      String line = Wire.write(CAST).replace("\"" + missing + "\"", "\"other\"");
      String said = assertThrows(Wire.MalformedLine.class, () -> Wire.cast(Wire.parse(line))).getMessage();
      assertTrue(said.contains(missing), said);
    }
  }
}
