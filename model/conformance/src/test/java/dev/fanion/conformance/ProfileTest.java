package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  @Test
  void theNamedProfileOfTheReferenceHasTheFirstSideOfEveryPoint() {
    assertEquals(Profile.asyncio(), Profile.parse("asyncio"));
    Profile.POINTS.forEach((point, sides) -> assertEquals(sides.get(0), Profile.asyncio().sides().get(point)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"asyncio", "micropython", "trio"})
  void aNamedProfileHasASideForEveryPoint(String name) {
    Profile profile = Profile.parse(name);
    assertEquals(name, profile.name());
    assertEquals(Profile.POINTS.keySet(), profile.sides().keySet());
    profile.sides().forEach((point, side) -> assertTrue(Profile.POINTS.get(point).contains(side), point + " " + side));
  }

  @Test
  void namedProfilesDiffer() {
    assertEquals("wrapped", Profile.parse("micropython").sides().get("LimitedWait"));
    assertEquals("any", Profile.parse("trio").sides().get("WakeOrder"));
  }

  @Test
  void changesFollowTheName() {
    Profile profile = Profile.parse("asyncio,WakeOrder=any, OnDeadlock = idles");
    assertEquals("any", profile.sides().get("WakeOrder"));
    assertEquals("idles", profile.sides().get("OnDeadlock"));
    assertEquals("immediate", profile.sides().get("WaitOnSet"));
  }

  @Test
  void aChangedProfileIsNamedAsTheOptionThatSelectsIt() {
    Profile changed = Profile.asyncio().with("WaitOnSet", "yields").with("WakeOrder", "any");
    assertEquals(changed, Profile.parse(changed.name()));
  }

  @Test
  void aFileSaysWhatDiffersFromAsyncio(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.profile");
    Files.writeString(file, "WaitOnSet = \"yields\"\n  CancelAfterSet = woken\n");
    Profile profile = Profile.parse(file.toString());
    assertEquals("yields", profile.sides().get("WaitOnSet"));
    assertEquals("woken", profile.sides().get("CancelAfterSet"));
    assertEquals("fifo", profile.sides().get("WakeOrder"));
    assertEquals("any", Profile.parse(file + ",WakeOrder=any").sides().get("WakeOrder"));
  }

  @Test
  void thereIsOneOtherSideOfEachPoint() {
    for (String point : Profile.POINTS.keySet()) {
      String other = Profile.asyncio().otherSide(point);
      assertEquals(List.of(Profile.asyncio().sides().get(point), other), Profile.POINTS.get(point));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      tornado                   | no profile tornado: neither a file nor one of asyncio, micropython, trio
      asyncio,WakeOrder         | ,Constant=side, not ,WakeOrder
      asyncio,WakeUp=any        | no variation point WakeUp; there are WakeOrder, WaitOnSet
      asyncio,WakeOrder=lifo    | WakeOrder has no side lifo; there are fifo, any
      """)
  void whatThereIsIsSaidWhereSomethingIsNot(String text, String message) {
    String said = assertThrows(IllegalArgumentException.class, () -> Profile.parse(text)).getMessage();
    assertTrue(said.contains(message), said);
  }

  @Test
  void aFileWithAnUnknownPointIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.profile");
    Files.writeString(file, "WakeUp = \"any\"\n");
    String said = assertThrows(IllegalArgumentException.class, () -> Profile.parse(file.toString())).getMessage();
    assertTrue(said.contains("WakeUp") && said.contains("WakeOrder"), said);
  }
}
