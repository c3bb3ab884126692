package dev.fanion.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.property.Performance.Drive;
import dev.fanion.property.Program.Deed;
import dev.fanion.property.Program.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** A program looks the same from outside in both forms of task, and under both drives of the loop. */
class ProgramPropertyTest {
  private static final int ENOUGH = 500;

  @Provide
  Arbitrary<Program> programs() {
    Arbitrary<Deed> deeds = Combinators.combine(Arbitraries.of(Verb.class), Arbitraries.integers().between(0, 7)).as(Deed::new);
    Arbitrary<List<Deed>> main = deeds.list().ofMaxSize(16).map(rest -> {
      List<Deed> part = new ArrayList<>(rest);
      for (int i = 0; i < 3; i++) {
        part.add(Math.min(part.size(), 2 * i), new Deed(Verb.SPAWN, 1 + i)); // a program with one task is dull
      }
      return part;
    });
    Arbitrary<List<List<Deed>>> others = deeds.list().ofMaxSize(12).list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<List<Integer>> interrupts = Arbitraries.integers().between(1, 40).list().ofMaxSize(5)
        .map(times -> times.stream().sorted().toList());
    return Combinators.combine(main, others, interrupts).as((first, rest, times) -> {
      List<List<Deed>> parts = new ArrayList<>(rest);
      parts.add(0, first);
      return new Program(parts, times);
    });
  }

  private static List<String> inSteps(Program program, Drive drive) {
    return new StepPerformance(program, false).observations(drive);
  }

  private static List<String> direct(Program program, Drive drive) {
    return new DirectPerformance(program).observations(drive);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void bothFormsOfTaskGiveTheSameObservations(@ForAll("programs") Program program) {
    assertEquals(inSteps(program, Drive.ITSELF), direct(program, Drive.ITSELF));
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  @Tag("LOP-2") //= LOP-2 type=test
  @Tag("LOP-4") //= LOP-4 type=test
  void aLoopDrivenByHandEqualsOneThatRunsItself(@ForAll("programs") Program program) {
    List<String> itself = inSteps(program, Drive.ITSELF);
    assertEquals(itself, inSteps(program, Drive.BY_HAND));
    assertEquals(itself, inSteps(program, Drive.BY_HAND_TOO_EARLY_TOO));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void soDoesOneOfDirectTasks(@ForAll("programs") Program program) {
    assertEquals(direct(program, Drive.ITSELF), direct(program, Drive.BY_HAND_TOO_EARLY_TOO));
  }

  private boolean some(Predicate<Program> property) {
    return programs().sampleStream().limit(ENOUGH).anyMatch(property);
  }

  @Example
  void aFormThatSuspendsWhereTheOtherDoesNotIsSeen() {
    assertTrue(some(program -> !new StepPerformance(program, true).observations(Drive.ITSELF)
        .equals(direct(program, Drive.ITSELF))));
  }

  @Example
  void anOwnerThatSleepsTooLongIsSeen() {
    assertTrue(some(program -> !inSteps(program, Drive.BY_HAND_AND_LATE).equals(inSteps(program, Drive.ITSELF))));
  }

  /** Without this the comparisons could hold since the programs do almost nothing. */
  @Example
  void everythingThatCanEndAWaitComesAbout() {
    Set<String> words = Set.of("woken", "CancelledException", "TimedOutException", "TaskFailedException", "is inside await",
        "await itself", "reported", "DeadlockException", "ended");
    Set<String> seen = new TreeSet<>();
    programs().sampleStream().limit(ENOUGH).forEach(program -> {
      String log = String.join("\n", inSteps(program, Drive.ITSELF));
      words.stream().filter(log::contains).forEach(seen::add);
    });
    assertEquals(new TreeSet<>(words), seen);
  }
}
