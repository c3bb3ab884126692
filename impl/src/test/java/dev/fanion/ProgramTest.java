package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The four example programs as one writes them, in both forms. ExampleProgramsTest has their variations. */
@ParameterizedClass
@EnumSource(Form.class)
class ProgramTest {
  private final VirtualTime time = new VirtualTime();
  private final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(time, time));
  private final List<String> printed = new ArrayList<>();
  private final Programs programs;

  ProgramTest(Form form) {
    programs = form == Form.DIRECT ? new DirectPrograms(loop, this::print) : new StepPrograms(loop, this::print);
  }

  private void print(String text) {
    printed.add(time.now().toMillis() + " ms " + text);
  }

  @Test
  @Tag("PRG-1") //= PRG-1 type=test
  void theBasicShape() {
    programs.basicShape();
    assertEquals(List.of("0 ms waiting", "1000 ms got signal"), printed);
  }

  @Test
  @Tag("PRG-2") //= PRG-2 type=test
  void severalWaiters() {
    programs.severalWaiters();
    assertEquals(List.of("1000 ms a resumes", "1000 ms b resumes", "1000 ms c resumes"), printed);
  }

  @Test
  @Tag("PRG-3") //= PRG-3 type=test
  void aWorkerThatClearsLastLosesSignals() {
    programs.worker();
    // Set at 250, 500, 750 and 1000 ms; the work takes a third of a second.
    assertEquals(List.of("250 ms works", "750 ms works"), printed);
  }

  @Test
  @Tag("PRG-4") //= PRG-4 type=test
  void anInterruptWakesATask() {
    ThreadSafeFlag button = new ThreadSafeFlag(loop, "button");
    time.interruptAt(Duration.ofSeconds(1), button::set);
    time.interruptAt(Duration.ofSeconds(3), button::set);
    programs.interrupt(button);
    assertEquals(List.of("1000 ms pressed", "3000 ms pressed"), printed);
  }
}
