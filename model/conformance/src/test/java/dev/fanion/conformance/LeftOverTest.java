package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Wire;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an earlier scenario has left in the process is told from what is wrong with the conversation itself. */
class LeftOverTest {
  private static final ModelCache MODELS = new ModelCache();
  private static final Cast CAST = Cast.of(1, 1, 0);

  @AfterAll
  static void close() {
    MODELS.close();
  }

  /** Stands for a process, which is a new one after {@code quit}. Each of its scenarios may show another mistake. */
  private static final class Renewed implements Adapter {
    private final List<Bug> bugs;
    private InJvmPlantedAdapter planted;
    private int run;

    Renewed(Bug... bugs) {
      this.bugs = List.of(bugs);
      planted = planted(bugs[0]);
    }

    private static InJvmPlantedAdapter planted(Bug bug) {
      try {
        return new InJvmPlantedAdapter(bug, Sides.ASYNCIO, PlantedLoop.Notice.TURN);
      } catch (Wire.MalformedLine e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Hello hello() {
      return planted.hello();
    }

    @Override
    public void run(Cast cast, Driver driver) throws AdapterFailure {
      planted.run(cast, driver);
      run++;
      planted = planted(bugs.get(Math.min(run, bugs.size() - 1)));
    }

    @Override
    public long nanoTime() {
      return planted.nanoTime();
    }

    @Override
    public boolean realTime() {
      return false;
    }

    @Override
    public boolean takesTime() {
      return true;
    }

    @Override
    public void quit() {
      run = 0;
      planted = planted(bugs.get(0));
    }

    @Override
    public void close() {}
  }

  /** What is told of a scenario that goes wrong in a process with these mistakes, after one that went well. */
  private static Finding told(Bug... bugs) throws Exception {
    TestedAdapter tested = new TestedAdapter(new Renewed(bugs));
    SpecModel model = MODELS.get(Profile.asyncio(), Set.of("event"), CAST);
    assertNull(tested.run(model, Script.of("main: yield").chooser(model), rules -> { }));
    Finding finding = tested.run(model, Script.of("main: set e1; is_set e1").chooser(model), rules -> { });
    assertNotNull(finding);
    return new LeftOver(tested, model, finding).told();
  }

  @Test
  void aConversationThatGoesWrongByItselfIsToldAsItWas() throws Exception {
    Finding finding = told(Bug.FORGETS_STATE);

    assertEquals(Set.of("EVT-11"), Rule.ids(finding.first()));
    assertEquals("", finding.said());
  }

  @Test
  void whatGoesWrongOnlyAfterAnotherScenarioIsALeak() throws Exception {
    Finding finding = told(Bug.NONE, Bug.FORGETS_STATE);

    assertEquals(Set.of("LOP-5"), Rule.ids(finding.first()));
    assertTrue(finding.ruleNames().contains("EVT-11"), finding::toString);
    assertTrue(finding.said().contains("in a new process it goes well"), finding::said);
  }

  @Test
  void whatGoesWellWhenItIsRepeatedIsToldAsSuch() throws Exception {
    Finding finding = told(Bug.NONE, Bug.FORGETS_STATE, Bug.NONE);

    assertEquals(Set.of("EVT-11"), Rule.ids(finding.first()));
    assertTrue(finding.said().contains("it went well when it was repeated"), finding::said);
  }

  @Test
  void whatGoesWrongOnlyFirstInAProcessIsToldAsSuch() throws Exception {
    TestedAdapter tested = new TestedAdapter(new Renewed(Bug.FORGETS_STATE, Bug.NONE));
    SpecModel model = MODELS.get(Profile.asyncio(), Set.of("event"), CAST);
    Finding finding = tested.run(model, Script.of("main: set e1; is_set e1").chooser(model), rules -> { });
    assertNotNull(finding);
    Finding told = new LeftOver(tested, model, finding).told();

    assertEquals(Set.of("EVT-11"), Rule.ids(told.first()));
    assertTrue(told.said().contains("only as the first scenario of a process"), told::said);
  }

  /** In each new process the first scenario goes well, the second one wrong, and those that follow well. */
  @Test
  void whatGoesWrongOnlyBehindOneOtherScenarioIsALeak() throws Exception {
    TestedAdapter tested = new TestedAdapter(new Renewed(Bug.NONE, Bug.FORGETS_STATE, Bug.NONE));
    SpecModel model = MODELS.get(Profile.asyncio(), Set.of("event"), CAST);
    assertNull(tested.scenario(model, Script.of("main: yield; end").chooser(model), rules -> { }));
    Finding finding = tested.scenario(model, Script.of("main: set e1; is_set e1").chooser(model), rules -> { });
    assertNotNull(finding);
    Finding told = new LeftOver(tested, model, finding).told();

    assertEquals(Set.of("LOP-5"), Rule.ids(told.first()));
    assertTrue(told.said().contains("such as one that ends so: main: yield -> main ok; main: end -> ended"), told::said);
  }
}
