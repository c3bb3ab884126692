package dev.fanion.storms;

import dev.fanion.LoopOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The program that gets the signals. Each signal runs a handler, which increments a count and sets a flag. A task waits on the
 * flag, reads the count and works for a moment. A line with a number on standard input asks for a report. The report comes when
 * the task has seen that number of handlers, or when nothing moves any more.
 */
final class SignalledLoop extends Waits {
  private static final int LONGEST_PAUSE_LOG = 12;
  private static final int DROPPED_OF = 2;

  /** The loops to which signals can be sent. */
  enum Form { SHIPPED, DROPS_WAKE_UPS, LOOKS_THEN_SLEEPS, COUNTS_EVERY_WAKE }

  /** What the loop is doing. */
  enum Doing { WORKS, IS_ABOUT_TO_SLEEP, SLEEPS }

  private final AtomicLong handled = new AtomicLong();
  private final AtomicLongArray handledWhile = new AtomicLongArray(Doing.values().length);
  private final SplittableRandom random = new SplittableRandom(1);
  private volatile Doing doing = Doing.WORKS;

  /** How many waits have returned. Written by the loop, as is the next. */
  private volatile long returns;

  /** How many handlers the last returned wait saw. */
  private volatile long seen;

  private SignalledLoop() {
    super(1);
  }

  /**
   * Runs until standard input ends, which it does when the parent ends.
   *
   * @param args the name of a form
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    SignalledLoop waits = new SignalledLoop();
    Subject subject = waits.subject(Form.valueOf(args[0].toUpperCase(Locale.ROOT)));
    RealSignal.handle(RealSignal.NAME, () -> waits.handle(subject));
    Thread loop = new Thread(subject::run, "loop");
    loop.setDaemon(true);
    loop.start();
    System.out.println("ready");
    waits.answer(subject);
  }

  private Subject subject(Form form) {
    LoopOptions options = LoopOptions.defaults();
    return switch (form) {
      case SHIPPED -> new ShippedLoop(this, options.withTime(System::nanoTime, new Lingering()));
      case DROPS_WAKE_UPS -> new ShippedLoop(this, options.withTime(System::nanoTime, new PermitParker.Dropping(DROPPED_OF)));
      case LOOKS_THEN_SLEEPS -> new Mistakes.LooksThenSleeps(this);
      case COUNTS_EVERY_WAKE -> new Mistakes.CountsEveryWake(this);
    };
  }

  private void handle(Subject subject) {
    handledWhile.incrementAndGet(doing.ordinal());
    handled.incrementAndGet();
    subject.set(0);
  }

  @Override
  void begins(int flag) {}

  @Override
  void returned(int flag) {
    seen = handled.get();
    returns++;
    dawdle();
  }

  private void dawdle() {
    for (int spins = random.nextInt(1 << random.nextInt(LONGEST_PAUSE_LOG)); spins > 0; spins--) {
      Thread.onSpinWait();
    }
  }

  private void answer(Subject subject) throws IOException, InterruptedException {
    try (Watch watch = new Watch(); BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (String line = asked.readLine(); line != null; line = asked.readLine()) {
        long until = Long.parseLong(line);
        watch.sees(() -> seen >= until, () -> handled.get() + returns);
        System.out.println(report(subject.state()));
      }
    }
  }

  private String report(String state) {
    return new Report(handled.get(), returns, seen, handledWhile(Doing.WORKS), handledWhile(Doing.IS_ABOUT_TO_SLEEP),
        handledWhile(Doing.SLEEPS), state + verdict(0).complaint()).line();
  }

  private long handledWhile(Doing what) {
    return handledWhile.get(what.ordinal());
  }

  /** The counts so far. */
  record Report(long handled, long returns, long seen, long working, long falling, long asleep, String state) {
    String line() {
      return handled + " " + returns + " " + seen + " " + working + " " + falling + " " + asleep + " " + state;
    }

    static Report parse(String line) throws IOException {
      String[] words = line.split(" ", 7);
      if (words.length != 7) {
        throw new IOException("the signalled program said: " + line);
      }
      return new Report(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]),
          Long.parseLong(words[4]), Long.parseLong(words[5]), words[6]);
    }
  }

  /** Lingers between the loop's last look and its sleep, so that signals come there. */
  private final class Lingering extends PermitParker {
    @Override
    public void park(long nanos) {
      doing = Doing.IS_ABOUT_TO_SLEEP;
      dawdle();
      doing = Doing.SLEEPS;
      super.park(nanos);
      doing = Doing.WORKS;
    }
  }
}
