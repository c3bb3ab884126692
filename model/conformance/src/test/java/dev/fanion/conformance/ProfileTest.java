package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.VariationPoint.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
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
    for (VariationPoint point : VariationPoint.values()) {
      assertEquals(point.sides().get(0), Profile.asyncio().side(point));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"asyncio", "micropython", "trio"})
  void aNamedProfileHasASideForEveryPoint(String name) {
    Profile profile = Profile.parse(name);
    assertEquals(name, profile.name());
    assertEquals(EnumSet.allOf(VariationPoint.class), profile.sides().keySet());
    profile.sides().forEach((point, side) -> assertTrue(point.sides().contains(side), point + " " + side));
  }

  @Test
  void namedProfilesDiffer() {
    assertEquals(Side.WRAPPED, Profile.parse("micropython").side(VariationPoint.LIMITED_WAIT));
    assertEquals(Side.BATCH, Profile.parse("trio").side(VariationPoint.WAKE_ORDER));
  }

  @Test
  void changesFollowTheName() {
    Profile profile = Profile.parse("asyncio,WakeOrder=any, OnDeadlock = idles");
    assertEquals(Side.ANY, profile.side(VariationPoint.WAKE_ORDER));
    assertEquals(Side.IDLES, profile.side(VariationPoint.ON_DEADLOCK));
    assertEquals(Side.IMMEDIATE, profile.side(VariationPoint.WAIT_ON_SET));
  }

  @Test
  void aChangedProfileIsNamedAsTheOptionThatSelectsIt() {
    Profile changed = Profile.asyncio().with(VariationPoint.WAIT_ON_SET, Side.YIELDS).with(VariationPoint.WAKE_ORDER, Side.ANY);
    assertEquals(changed, Profile.parse(changed.name()));
  }

  @Test
  void aFileSaysWhatDiffersFromAsyncio(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.profile");
    Files.writeString(file, "WaitOnSet = \"yields\"\n  CancelAfterSet = woken\n");
    Profile profile = Profile.parse(file.toString());
    assertEquals(Side.YIELDS, profile.side(VariationPoint.WAIT_ON_SET));
    assertEquals(Side.WOKEN, profile.side(VariationPoint.CANCEL_AFTER_SET));
    assertEquals(Side.FIFO, profile.side(VariationPoint.WAKE_ORDER));
    assertEquals(Side.ANY, Profile.parse(file + ",WakeOrder=any").side(VariationPoint.WAKE_ORDER));
  }

  @Test
  void aProfileIsCalledByAKnownNameOrByItsChanges() {
    Profile trio = Profile.parse("trio");
    Profile built = Profile.asyncio();
    for (VariationPoint point : VariationPoint.values()) {
      assertTrue(point.sides().size() > 1, point.toString());
      assertEquals(point.sides().get(0), Profile.asyncio().side(point));
      built = built.with(point, trio.side(point));
    }
    assertEquals("trio", built.named().name());
    assertEquals("asyncio,WakeOrder=group", Profile.asyncio().with(VariationPoint.WAKE_ORDER, Side.GROUP).named().name());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      tornado                   | no profile tornado: neither a file nor one of asyncio, gevent, micropython, trio
      asyncio,WakeOrder         | ,Constant=side, not ,WakeOrder
      asyncio,WakeUp=any        | no variation point WakeUp; there are WakeOrder, WaitOnSet
      asyncio,WakeOrder=lifo    | WakeOrder has no side lifo; there are fifo, group, batch, any
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
