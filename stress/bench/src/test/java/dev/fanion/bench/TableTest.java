package dev.fanion.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The logic of the table, on invented figures. */
class TableTest {
  private static final Row FAST = new Row("op", "an operation", "ns", List.of(Goal.atMost(10, "ns"),
      Goal.timesFasterThanPeers(3), Goal.timesFaster(200, SubjectKind.CPYTHON)));
  private static final Row BASE = new Row("base", "the base", "ns", List.of());
  private static final Row NEAR = new Row("near", "near it", "ns", List.of(Goal.within(2, "base", "the base")));

  private static Figures figures(double own, double future, double netty, double python) {
    Figures figures = new Figures();
    figures.put("op", SubjectKind.FANION, own);
    figures.put("op", SubjectKind.COMPLETABLE_FUTURE, future);
    figures.put("op", SubjectKind.NETTY, netty);
    figures.put("op", SubjectKind.CPYTHON, python);
    return figures;
  }

  private static String reached(Figures figures, Row row) {
    return new Table(figures, List.of(row)).reached(row);
  }

  @Test
  void goalsAreReachedOrNamed() {
    assertEquals("yes", reached(figures(10, 30, 40, 2000), FAST));
    assertEquals("no: ≤ 10 ns", reached(figures(10.1, 31, 40, 2100), FAST));
    assertEquals("no: 3× the best peer", reached(figures(10, 29, 40, 2000), FAST));
    assertEquals("no: 3× the best peer, 200× CPython", reached(figures(10, 40, 29, 1999), FAST));
  }

  @Test
  void whatWasNotMeasuredIsNotJudged() {
    Figures alone = new Figures();
    alone.put("op", SubjectKind.FANION, 5);
    assertEquals("yes, of what was measured", reached(alone, FAST));
    Figures peer = new Figures();
    peer.put("op", SubjectKind.NETTY, 5);
    assertEquals("not judged", reached(peer, FAST));
    assertEquals("", reached(alone, BASE));
  }

  @Test
  void theReferenceAndPythonAndTheFloorAreNoPeers() {
    Figures figures = figures(1, 30, 20, 2);
    figures.put("op", SubjectKind.FLOOR, 0.5);
    assertEquals(SubjectKind.NETTY, figures.bestPeer("op").orElseThrow());
  }

  @Test
  void oneRowMayBeBoundToAnother() {
    Figures figures = new Figures();
    figures.put("base", SubjectKind.FANION, 50);
    figures.put("near", SubjectKind.FANION, 100);
    assertEquals("yes", reached(figures, NEAR));
    figures.put("near", SubjectKind.FANION, 101);
    assertEquals("no: ≤ 2× the base", reached(figures, NEAR));
    assertFalse(new Table(figures, List.of(BASE, NEAR)).allReached());
  }

  @Test
  void theFloorBoundsFromBelow() {
    Row row = new Row("op", "an operation", "ns", List.of(Goal.withinOfFloor(1.3)));
    Figures figures = figures(13, 1, 1, 1);
    figures.put("op", SubjectKind.FLOOR, 10);
    assertEquals("yes", reached(figures, row));
    figures.put("op", SubjectKind.FLOOR, 9.9);
    assertEquals("no: ≤ 1.30× the floor", reached(figures, row));
  }

  @Test
  void lessThanHalfAByteIsTheHarnesss() {
    Row row = new Row("op", "allocated", "B", List.of(Goal.noBytes()));
    assertEquals("yes", reached(figures(0.1, 8, 8, 8), row));
    assertEquals("no: 0 B", reached(figures(8, 8, 8, 8), row));
  }

  @Test
  void rowsAndColumnsWithoutFiguresAreLeftOut() {
    Table table = new Table(figures(10, 30, 1234, 2000), List.of(FAST, BASE));
    assertTrue(table.allReached());
    assertEquals("""
        operation unit Fanion CompletableFuture Netty CPython best peer asked reached
        an operation ns 10 30 1,234 2,000 3× CompletableFuture ≤ 10 ns, 3× the best peer, 200× CPython yes
        """, table.text().replaceAll(" +", " "));
    assertEquals("""
        | operation | unit | Fanion | CompletableFuture | Netty | CPython | best peer | asked | reached |
        | --- | --- | ---: | ---: | ---: | ---: | --- | --- | --- |
        | an operation | ns | 10 | 30 | 1,234 | 2,000 | 3× CompletableFuture \
        | ≤ 10 ns, 3× the best peer, 200× CPython | yes |
        """, table.markdown());
  }

  @Test
  void everyRowHasAnOperationOfItsOwn() {
    assertEquals(Row.ALL.size(), Row.ALL.stream().map(Row::operation).distinct().count());
  }

  @Test
  void aChildsLineIsAFigure() throws IOException {
    Figures figures = new Figures();
    FigureProgram.read("wake/p50 CPYTHON 66496", figures);
    assertEquals(66496, figures.get("wake/p50", SubjectKind.CPYTHON).orElseThrow());
    Assertions.assertThrows(IOException.class, () -> FigureProgram.read("Traceback (most recent call last):", figures));
    Assertions.assertThrows(IOException.class, () -> FigureProgram.read("wake", figures));
  }

  @Test
  void thePageIsFilledBetweenItsMarks() throws IOException {
    String page = "# Title\n" + Page.FROM + "old\n" + Page.TO + "rest\n";
    String filled = Page.filled("page", page, "new");
    assertEquals("# Title\n" + Page.FROM + "\nnew\n\n" + Page.TO + "rest\n", filled);
    assertEquals(filled, Page.filled("page", filled, "new"));
    Assertions.assertThrows(IOException.class, () -> Page.filled("page", "# Title\n", "new"));
  }
}
