package dev.fanion.storms;

import dev.fanion.stress.OwnJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sends real signals from one child process, a shell, to another, a {@link SignalledLoop}. Each child ends when its standard
 * input ends, and so also when this process is killed.
 */
final class SignalStorm implements AutoCloseable {
  private static final int LONGEST_BURST_LOG = 8;
  private static final int LAST_ONES = 10;

  private static final String SHELL = "while read -r count; do while [ \"$count\" -gt 0 ]; do kill -" + RealSignal.NAME
      + " \"$0\" || exit 1; count=$((count - 1)); done; echo sent; done";

  private final Process target;
  private final Process shell;
  private final BufferedReader reports;
  private final BufferedReader sent;
  private final SplittableRandom random;
  private long sends;

  SignalStorm(SignalledLoop.Form form, long seed) throws IOException {
    random = new SplittableRandom(seed);
    target = new ProcessBuilder(OwnJvm.command(List.of("-Xmx256m"), SignalledLoop.class, form.name()))
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    reports = target.inputReader();
    try {
      shell = new ProcessBuilder("/bin/sh", "-c", SHELL, Long.toString(target.pid()))
          .redirectError(ProcessBuilder.Redirect.INHERIT).start();
      sent = shell.inputReader();
      expect(reports, "ready");
    } catch (IOException e) {
      end(target);
      throw e;
    }
  }

  /** Sends each signal after the return for the one before was seen. So the system merges none. */
  Verdict oneByOne(long howMany) throws IOException {
    for (long i = 0; i < howMany; i++) {
      send(1);
      SignalledLoop.Report report = report(sends);
      if (report.handled() != sends || report.seen() != sends || report.returns() != sends) {
        return Verdict.bad(sends, lost(report));
      }
    }
    return Verdict.clean(howMany);
  }

  /** Sends in bursts, as fast as the shell can; then a few signals alone, each of which must be seen. */
  Verdict asFastAsItGoes(long howMany, StringBuilder counts) throws IOException {
    while (sends < howMany) {
      send(1 << random.nextInt(LONGEST_BURST_LOG));
    }
    SignalledLoop.Report report = report(Long.MAX_VALUE);
    counts.append(String.format(Locale.ROOT, "%,d sent, %,d handled (%,d while the loop worked, %,d as it went to sleep, "
            + "%,d while it slept; %,d merged by the system), %,d returns", sends, report.handled(), report.working(),
        report.falling(), report.asleep(), sends - report.handled(), report.returns()));
    for (int alone = 1; alone <= LAST_ONES && agrees(report); alone++) {
      send(1);
      long expected = report.handled() + 1;
      report = report(expected);
      if (report.seen() != expected) {
        return Verdict.bad(sends, lost(report));
      }
    }
    return !agrees(report) ? Verdict.bad(sends, lost(report))
        : !triedAll(report) ? Verdict.bad(sends, "not tried: " + counts) : Verdict.clean(sends);
  }

  private boolean agrees(SignalledLoop.Report report) {
    return report.handled() <= sends && report.seen() == report.handled() && report.returns() <= report.handled();
  }

  private static boolean triedAll(SignalledLoop.Report report) {
    return report.working() > 0 && report.falling() > 0 && report.asleep() > 0;
  }

  private String lost(SignalledLoop.Report report) {
    String what = report.seen() < report.handled() ? "a lost signal"
        : report.returns() > report.handled() ? "more returns than handlers" : "more or fewer handlers than signals";
    return what + ": the loop saw "
        + report.seen() + " of " + report.handled() + " handlers, by " + report.returns() + " returns; " + sends
        + " signals were sent; " + report.state();
  }

  private void send(int howMany) throws IOException {
    tell(shell, howMany);
    expect(sent, "sent");
    sends += howMany;
  }

  private SignalledLoop.Report report(long until) throws IOException {
    tell(target, until);
    return SignalledLoop.Report.parse(String.valueOf(reports.readLine()));
  }

  private static void tell(Process process, long number) throws IOException {
    process.outputWriter().write(number + "\n");
    process.outputWriter().flush();
  }

  private static void expect(BufferedReader from, String word) throws IOException {
    String line = from.readLine();
    if (!word.equals(line)) {
      throw new IOException("a child said '" + line + "' instead of '" + word + "'");
    }
  }

  @Override
  public void close() {
    end(shell);
    end(target);
  }

  private static void end(Process process) {
    process.destroyForcibly().onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
  }
}
