package dev.fanion.junit;

import dev.fanion.conformance.ExpectedFile;
import dev.fanion.conformance.GuardedAdapter;
import dev.fanion.conformance.Plan;
import dev.fanion.conformance.Profile;
import dev.fanion.conformance.Requirements;
import dev.fanion.conformance.RuleChoice;
import dev.fanion.conformance.RuleVerdict;
import dev.fanion.conformance.SuiteRun;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.MediaType;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Tests a runtime in Java against Fanion's spec of events, flags and their loop. Extend it, and say by {@link #adapter()} what
 * is to be tested:
 *
 * <pre>{@code
 * class TinyLoopTest extends EventConformance {
 *   @Override
 *   protected Adapter adapter() {
 *     return new TinyAdapter();
 *   }
 * }
 * }</pre>
 *
 * <p>One run of the suite gives a test for each rule, and one for the run as a whole. A finding fails the test of the one rule
 * that it names first; the message is its conversation, in the shortest form found, and what the spec allows instead of its last
 * reply. The test of a rule is aborted, with the reason, if the rule was not tested, if it failed as {@link #expected()} says,
 * or if it is in question in a finding of another rule. Nothing else passes than what conversations have exercised.
 *
 * <h2>Threads</h2>
 * The methods of a subclass are called on the thread of the test, but for {@link #adapter()}: each adapter is made, run and
 * closed on a daemon thread of its own. Its tasks may call the driver from any thread, one at a time. Runs of several subclasses
 * in one JVM come one after the other.
 *
 * <h2>Time</h2>
 * A run takes seconds if the adapter's time is not real, and else a minute or two. A reply that does not come by the {@link
 * #deadline()} is a hang. Its thread is interrupted, and left behind: a thread that is stuck for good stays until the JVM ends.
 */
public abstract class EventConformance {
  private static final String SEED = "fanion.seed";
  private static final String STEPS = "fanion.steps";
  private static final long USUAL_STEPS = 20_000;
  private static final int SEEDS = 1_000_000;

  /** For a subclass. */
  protected EventConformance() {}

  /**
   * A new adapter of the runtime under test. It is asked for once for a run, and once more after each scenario in which the
   * adapter hung, threw or broke the protocol.
   *
   * @return the adapter, which the run closes
   * @throws Exception if there can be none; the tests fail then
   */
  protected abstract Adapter adapter() throws Exception;

  /**
   * The side to expect at each point where good runtimes differ: {@code asyncio}, {@code gevent}, {@code micropython}, {@code
   * trio} or a file, perhaps with changes such as {@code asyncio,WakeOrder=group}. This one says {@code asyncio}.
   *
   * @return as the option {@code --profile} of the command line
   */
  protected String profile() {
    return Profile.ASYNCIO;
  }

  /**
   * What is expected to fail: a file as for the option {@code --expected} of the command line. This one says that nothing is.
   *
   * @return the file, which is read before the run
   */
  protected Optional<Path> expected() {
    return Optional.empty();
  }

  /**
   * What decides: the number of frozen requirements, as for the option {@code --requirements} of the command line. What came
   * after them is run last, and aborts the test of its rule. This one says that all that the suite has decides.
   *
   * @return a number, such as {@code 2026.1}
   */
  protected Optional<String> requirements() {
    return Optional.empty();
  }

  /**
   * How long to wait for each reply, beyond the time that the request itself asks for. This one says five seconds.
   *
   * @return more than nothing
   */
  protected Duration deadline() {
    return Duration.ofSeconds(5);
  }

  /**
   * How many random requests to make in each large part of the run. This one says what the system property {@code fanion.steps}
   * says, or else 20,000.
   *
   * @return 1 or more
   */
  protected long steps() {
    return Long.getLong(STEPS, USUAL_STEPS);
  }

  /**
   * Of all that is random. This one says what the system property {@code fanion.seed} says, or else a new number for each run,
   * which the message of a failure names.
   *
   * @return any number
   */
  protected long seed() {
    return Long.getLong(SEED, ThreadLocalRandom.current().nextInt(SEEDS));
  }

  /**
   * The folder of the reports: {@code index.html}, {@code results.json}, {@code junit.xml} and {@code report.txt}. Those of an
   * earlier run are deleted. This one says {@code target/fanion} and the name of the class, or {@code build/fanion} where there
   * is no {@code pom.xml}.
   *
   * @return a folder that there is, or that can be made
   */
  protected Path reports() {
    return Path.of(Files.exists(Path.of("pom.xml")) ? "target" : "build", "fanion", getClass().getSimpleName());
  }

  /**
   * Runs the suite, writes the reports and attaches them, and makes a test of each rule. Called by JUnit.
   *
   * @param reporter gets the reports as files
   * @return the run as a whole, then each rule in the order of the ids
   * @throws IOException if the reports cannot be written
   * @throws AdapterFailure if there is no adapter, or if its hello is not as the protocol says
   * @throws IllegalArgumentException if a profile, what is expected, or the number of the requirements is not as it must be
   */
  @TestFactory
  @ResourceLock("dev.fanion.conformance")
  protected final Stream<DynamicTest> rules(TestReporter reporter) throws IOException, AdapterFailure {
    Plan plan = new Plan(Profile.parse(profile()), Plan.of(Profile.asyncio()).tasks(), steps(), seed(), false);
    Plan told = expected().map(file -> plan.telling(RuleChoice.of(List.of(), List.of()), ExpectedFile.read(file))).orElse(plan);
    Plan whole = requirements().map(number -> told.demanding(Requirements.named(number))).orElse(told);
    Path folder = reports();
    Path text = Files.createDirectories(folder).resolve("report.txt");
    List<RuleVerdict> verdicts;
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(text));
        Adapter guarded = new GuardedAdapter(this::adapter, deadline().toNanos())) {
      verdicts = new SuiteRun(whole, folder, out).ruleByRule(guarded);
    }
    attach(reporter, folder);
    String more = "\n\nas a picture: " + folder.resolve("index.html").toAbsolutePath().toUri()
        + "\nthe same run again: -D" + SEED + "=" + whole.seed() + " -D" + STEPS + "=" + whole.steps();
    return verdicts.stream().map(verdict ->
        DynamicTest.dynamicTest(verdict.rule() + " " + verdict.says(), () -> end(verdict, more)));
  }

  private static void attach(TestReporter reporter, Path folder) {
    publish(reporter, folder.resolve("index.html"), MediaType.create("text", "html", StandardCharsets.UTF_8));
    publish(reporter, folder.resolve("results.json"), MediaType.APPLICATION_JSON_UTF_8);
    publish(reporter, folder.resolve("report.txt"), MediaType.TEXT_PLAIN_UTF_8);
  }

  private static void publish(TestReporter reporter, Path report, MediaType type) {
    reporter.publishFile(report.getFileName().toString(), type, copy -> Files.copy(report, copy));
  }

  private static void end(RuleVerdict verdict, String more) {
    switch (verdict.outcome()) {
      case HOLDS -> { }
      case FAILS -> throw new AssertionFailedError(verdict.words() + more);
      case OPEN -> throw new TestAbortedException(verdict.words());
    }
  }
}
