package dev.fanion.races;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.infra.runners.TestList;

/** The annotation processor ran: without it there would be no races in META-INF/TestList, and nobody would be told. */
class TestListTest {
  private static final List<String> RACES = List.of(
      "dev.fanion.races.ConsumeVersusSet.ByExchange",
      "dev.fanion.races.ConsumeVersusSet.ByReadThenWrite",
      "dev.fanion.races.SetVersusSleep.LooksOnceMore",
      "dev.fanion.races.SetVersusSleep.WithoutBarriers");

  @Test
  void everyRaceIsListed() {
    assertEquals(RACES, TestList.tests().stream().sorted().toList());
  }
}
