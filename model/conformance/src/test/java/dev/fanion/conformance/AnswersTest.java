package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Request.Kind;
import dev.fanion.conformance.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that only the adapter can have got wrong is told from one that a wrong runtime gives. */
class AnswersTest {
  private static final Request SET = Request.of(Op.SET, Kind.EVENT, "e1");
  private static final Request WAIT = Request.of(Op.WAIT, Kind.EVENT, "e1");
  private static final Request IS_SET = Request.of(Op.IS_SET, Kind.EVENT, "e1");
  private static final Request YIELD = Request.of(Op.YIELD);

  private final Answers answers = new Answers(false);

  @BeforeEach
  void begin() {
    answers.begin();
  }

  private String main(Request request, Reply reply) {
    return answers.mistake("main", request, reply);
  }

  private static Reply reply(Result result) {
    return Reply.of("main", result);
  }

  @Test
  void theMessageSaysWhatTheProtocolAsksFor() {
    assertEquals("the adapter gave an answer that the operation cannot have: main was asked to set e1, which never suspends, and"
        + " the answer was {\"task\":\"main\",\"result\":\"woken\"};"
        + " the protocol asks main for {\"task\":\"main\",\"result\":\"ok\"}", main(SET, reply(Result.WOKEN)));
  }

  @Test
  void anAnswerOfAnotherOperationIsTheAdapters() {
    assertNotNull(main(SET, reply(Result.STARTED)));
    assertNotNull(main(YIELD, reply(Result.WOKEN)));
    assertNotNull(main(YIELD, reply(Result.REFUSED)));
    answers.begin();
    assertNotNull(main(WAIT, reply(Result.OK)));
    assertNotNull(main(WAIT, reply(Result.TIMEOUT)));
  }

  @Test
  void aValueWhereNoneBelongsIsTheAdapters() {
    assertNull(main(IS_SET, Reply.of("main", Result.OK, true)));
    assertNotNull(main(IS_SET, reply(Result.OK)));
    assertNotNull(main(IS_SET, Reply.of("main", Result.OK, 1)));
    assertNotNull(main(SET, Reply.of("main", Result.OK, true)));
  }

  @Test
  void anotherTaskThatSpeaksIsTheRuntimes() {
    answers.mistake("t1", WAIT, reply(Result.OK));
    assertNull(main(SET, Reply.of("t1", Result.WOKEN)));
    assertNull(main(SET, Reply.of("t2", Result.STARTED)));
    assertNull(main(Request.of(Op.HOG).lasting(5), Reply.of("t1", Result.CANCELLED)));
  }

  @Test
  void aWakeUpThatComesOnceMoreIsTheRuntimes() {
    assertNull(main(WAIT, reply(Result.WOKEN)));
    assertNull(main(YIELD, reply(Result.WOKEN)));
    assertNull(main(WAIT, reply(Result.OK)));
  }

  @Test
  void aLimitThatFiresInTheNextWaitIsTheRuntimes() {
    assertNull(main(WAIT.lasting(5), reply(Result.WOKEN)));
    assertNull(main(WAIT, reply(Result.TIMEOUT)));
    answers.begin();
    assertNull(main(WAIT, reply(Result.TIMEOUT)));
  }

  @Test
  void aTaskThatAnEarlierScenarioLeftAliveIsTheRuntimes() {
    assertNull(answers.mistake("t1", WAIT, reply(Result.OK)));
    answers.begin();
    assertNull(answers.mistake("t1", YIELD, Reply.of("t1", Result.WOKEN)));
  }
}
