package dev.fanion.embedding;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Parker;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

// [gui
/** Gives a loop its rounds on a GUI's thread, each as one event among the GUI's own. */
final class GuiOwner {
  final EventLoop loop;
  private final Executor gui;
  private final Later later;
  private Runnable callOff = () -> {};

  /** How the GUI runs a body after a delay. The returned Runnable calls that off. */
  interface Later {
    Runnable run(Runnable body, long nanos);
  }

  /** With Swing: SwingUtilities::invokeLater, a javax.swing.Timer, System::nanoTime. */
  GuiOwner(Executor gui, Later later, LongSupplier clock) {
    this.gui = gui;
    this.later = later;
    Runnable wakeup = () -> gui.execute(this::round); // a flag was set
    loop = new EventLoop(LoopOptions.defaults().withTime(clock, Parker.withWakeup(wakeup)));
  }

  /** On the GUI's thread; the first time after the main task was started. */
  void round() {
    callOff.run();
    long due = loop.runReady();
    if (due == 0) {
      gui.execute(this::round); // tasks are ready, but the GUI's events go between
    } else if (due > 0 && due < Long.MAX_VALUE) {
      callOff = later.run(this::round, due);
    }
  }
}
// gui]
