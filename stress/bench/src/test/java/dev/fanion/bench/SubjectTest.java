package dev.fanion.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Each subject does what it is asked for, and counts its turns. */
class SubjectTest {
  private static final EnumSet<SubjectKind> CAN_CANCEL =
      EnumSet.complementOf(EnumSet.of(SubjectKind.COMPLETABLE_FUTURE, SubjectKind.LATCH));

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CPYTHON")
  void everyWaiterResumesAfterEachSet(SubjectKind kind) {
    try (Subject subject = kind.make()) {
      subject.blockToSet(7);
      for (int i = 1; i <= 3; i++) {
        subject.setAndResumeAll();
        assertEquals(7 * i, subject.turns);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = {"CPYTHON", "FLOOR"})
  void oneWaiterLearnsOfEachCancellation(SubjectKind kind) {
    try (Subject subject = kind.make()) {
      if (!CAN_CANCEL.contains(kind)) {
        assertThrows(UnsupportedOperationException.class, () -> subject.blockToCancel(7));
        return;
      }
      subject.blockToCancel(7);
      for (int i = 1; i <= 20; i++) {
        subject.cancelOne();
        assertEquals(i, subject.turns);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = {"CPYTHON", "FLOOR"})
  void twoTasksWakeEachOther(SubjectKind kind) {
    try (Subject subject = kind.make()) {
      subject.pingPong(30);
      subject.pingPong(30);
      assertEquals(60, subject.turns);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = {"CPYTHON", "FLOOR"})
  void everyWaitOnASetEventEnds(SubjectKind kind) {
    try (Subject subject = kind.make()) {
      subject.awaitSet(30);
      subject.awaitSet(30);
      assertEquals(60, subject.turns);
    }
  }
}
