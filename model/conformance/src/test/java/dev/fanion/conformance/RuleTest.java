package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.WireTest;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleTest {
  private static final Pattern ID = Pattern.compile("\"((?:EVT|CAN|FLG|CTX|LOP|PRG)-\\d+)\"");

  /** The number of rules of each chapter of the requirements. Rules never lose their ids, so that no number shrinks. */
  private static final Map<String, Integer> CHAPTERS = new LinkedHashMap<>();

  static {
    CHAPTERS.put("EVT", 14);
    CHAPTERS.put("CAN", 7);
    CHAPTERS.put("FLG", 11);
    CHAPTERS.put("CTX", 3);
    CHAPTERS.put("LOP", 8);
    CHAPTERS.put("PRG", 4);
  }

  private static Set<String> inTheSpec() throws IOException {
    String text = Files.readString(SpecFiles.find().resolve("tla/Rules.tla"));
    return ID.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRuleIsThereOnceInItsOrder() {
    List<String> expected = new ArrayList<>();
    CHAPTERS.forEach((chapter, count) -> {
      for (int i = 1; i <= count; i++) {
        expected.add(chapter + "-" + i);
      }
    });
    assertEquals(expected, Rule.ALL.stream().map(Rule::id).toList());
  }

  @Test
  void eachPlantedMistakeStandsUnderTheRuleThatItBreaksFirst() {
    Map<String, List<String>> planted = Arrays.stream(Bug.values()).filter(bug -> bug != Bug.NONE)
        .collect(Collectors.groupingBy(bug -> bug.rules().get(0), Collectors.mapping(Bug::words, Collectors.toList())));
    for (Rule rule : Rule.ALL) {
      assertEquals(planted.getOrDefault(rule.id(), List.of()), rule.planted(), rule.id());
    }
  }

  @Test
  void theSpecNamesExactlyTheRulesThatAConversationCanShow() throws IOException {
    Set<String> tested = Rule.ALL.stream().filter(rule -> rule.untested() == null).map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(tested, inTheSpec());
  }

  @Test
  void everyRuleSaysSomethingAndNeedsOnlyWhatThereIs() {
    for (Rule rule : Rule.ALL) {
      assertFalse(rule.says().isBlank(), rule.id());
      assertTrue(Hello.FEATURES.containsAll(rule.needs()), rule.id());
    }
  }

  @Test
  void aRuleIsInQuestionAfterARequestThatExists() {
    long traits = WireTest.requests().mapToLong(Request::trait).reduce(Request.LIMIT, (one, other) -> one | other);
    for (Rule rule : Rule.ALL) {
      assertEquals(0, rule.after() & ~traits, rule.id());
      assertEquals(0, rule.before() & ~traits, rule.id());
    }
  }

  @Test
  void aRuleIsToldInTheWordsThatNameMostOfTheSides() {
    Rule turns = Rule.ALL.stream().filter(rule -> rule.id().equals("LOP-1")).findFirst().orElseThrow();
    assertEquals(turns.says(), turns.says(Profile.asyncio()));
    assertEquals(turns.under().get("Yields=idle"), turns.says(Profile.parse("asyncio,Yields=idle")));
    assertEquals(turns.under().get("WakeOrder=any,Yields=idle"), turns.says(Profile.parse("asyncio,WakeOrder=any,Yields=idle")));
  }

  @Test
  void eachSideInWhoseWordsARuleIsToldIsASide() {
    for (Rule rule : Rule.ALL) {
      for (String sides : rule.under().keySet()) {
        assertEquals("asyncio," + sides, Profile.parse("asyncio," + sides).name(), rule.id());
      }
    }
  }

  /** A flag's waiter may show an order in the shortest conversation: how its signal is consumed was named first for it once. */
  @Test
  void anOtherSideNamesFirstWhatSaysSomethingElseUnderIt() {
    assertEquals(Set.of("EVT-2", "LOP-1", "LOP-2"), Rule.ids(Rule.varying(VariationPoint.WAKE_ORDER)));
    assertEquals(Set.of(), Rule.ids(Rule.varying(VariationPoint.ON_DEADLOCK)));
    assertEquals(List.of("LOP-1", "FLG-4", "FLG-5"), choice("FLG-5", VariationPoint.WAKE_ORDER));
    assertEquals(List.of("LOP-1", "FLG-4", "FLG-5"), choice("LOP-1", VariationPoint.WAKE_ORDER));
    assertEquals(List.of("FLG-5", "FLG-4", "LOP-1"), choice("FLG-5", VariationPoint.SIGNAL_CONSUMED));
    assertEquals(List.of("FLG-4", "FLG-5", "LOP-1"), choice("FLG-4", VariationPoint.ON_DEADLOCK));
  }

  private static List<String> choice(String first, VariationPoint point) {
    long rules = Rule.bits(Set.of("FLG-4", "FLG-5", "LOP-1"));
    return new Finding(Finding.Kind.BROKEN, rules, Rule.bits(Set.of(first)), Cast.of(1, 1, 0), List.of(), Set.of(), "", null)
        .asOtherSide("another", point, "").ruleNames();
  }

  @Test
  void aSetOfRulesIsReadAsItWasWritten() {
    Set<String> ids = Set.of("EVT-1", "CAN-5", "PRG-4");
    assertEquals(ids, Rule.ids(Rule.bits(ids)));
    assertEquals(Set.of(), Rule.ids(0));
  }

  @Test
  void aRuleOfTheSpecThatTheSuiteDoesNotKnowIsAnError() {
    assertThrows(IllegalStateException.class, () -> Rule.bits(Set.of("EVT-1", "EVT-99")));
  }

  @Test
  void whatWasNotAskedIsNotInQuestion() {
    long rules = Rule.bits(Set.of("EVT-1", "EVT-5", "LOP-1"));
    long clear = Request.of(Op.CLEAR, Request.Kind.EVENT, "e1").trait();
    long set = Request.of(Op.SET, Request.Kind.EVENT, "e2").trait();
    assertEquals(Set.of("EVT-1", "LOP-1"), Rule.ids(Rule.inQuestion(rules, 0)));
    assertEquals(Set.of("EVT-1", "EVT-5", "LOP-1"), Rule.ids(Rule.inQuestion(rules, clear)));
    assertEquals(Set.of("EVT-5", "LOP-1"), Rule.ids(Rule.inQuestion(rules, clear | set)));
  }

  @Test
  void everyRuleWithoutAVerdictHasAReason() {
    for (Rule rule : Rule.ALL) {
      assertNotNull(rule.whyUntested(Set.of()), rule.id());
      assertFalse(rule.whyUntested(Hello.FEATURES).isBlank(), rule.id());
    }
    Rule storm = Rule.ALL.stream().filter(rule -> rule.id().equals("FLG-11")).findFirst().orElseThrow();
    assertEquals("the adapter does not declare storm", storm.whyUntested(Set.of("flag")));
  }
}
