package dev.fanion.storms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The checks at each return of a wait. */
class LedgerTest {
  private final Ledger ledger = new Ledger(2, 2);

  private void complains(String word) {
    String complaint = ledger.verdict(1).complaint();
    assertTrue(complaint.contains(word), complaint);
  }

  @Test
  void aWaitThatSeesItsPayloadIsRight() {
    ledger.begins(1);
    ledger.sets(0, 1);
    ledger.hasSet(0, 1);
    assertFalse(ledger.hasSeenAllOf(0));
    ledger.returned(1);
    assertTrue(ledger.hasSeenAllOf(0));
    assertEquals(Verdict.clean(1), ledger.verdict(1));
    assertEquals(1, ledger.sets());
    assertEquals(1, ledger.returns());
  }

  @Test
  void setsThatMergeAreOneReturn() {
    for (int setter = 0; setter < 2; setter++) {
      ledger.sets(setter, 0);
      ledger.hasSet(setter, 0);
    }
    ledger.returned(0);
    assertTrue(ledger.hasSeenAllOf(0) && ledger.hasSeenAllOf(1));
    assertFalse(ledger.isBad());
  }

  /** A set has returned, and the wait does not see what was written before it. */
  @Test
  void aStalePayloadIsSeen() {
    ledger.hasSet(1, 0);
    ledger.begins(0);
    ledger.returned(0);
    complains("a stale payload");
  }

  @Test
  void aReturnTooManyIsSeen() {
    ledger.sets(0, 0);
    ledger.returned(0);
    assertFalse(ledger.isBad());
    ledger.returned(0);
    complains("more returns than sets: 2 of flag 0, which was set 1 times");
  }
}
