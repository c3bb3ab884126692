package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a run that was recorded elsewhere: whether the spec explains each of its scenarios, and if not, from which line on.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
public final class RecordedRun {
  private final Path file;
  private final Profile profile;
  private final Requirements requirements;
  private final PrintWriter out;
  private int line;
  private int scenarios;
  private int open;
  private int late;
  private int wrong;
  private int added;

  /** Prepares to judge this file by this profile; these requirements decide. */
  public RecordedRun(Path file, Profile profile, Requirements requirements, PrintWriter out) {
    this.file = file;
    this.profile = profile;
    this.requirements = requirements;
    this.out = out;
  }

  /**
   * Judges each scenario, and prints those that the spec does not explain.
   *
   * @return the exit status: 0 if the spec explains all of them, 1 if not
   * @throws IOException if a line is not as it must be; the message names it
   */
  public int judge() throws IOException {
    ModelCache models = ModelCache.take();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Hello hello = Wire.hello(Wire.parse(next(lines)));
      List<RecordedStep> steps = new ArrayList<>();
      for (String text = next(lines); text != null; text = next(lines)) {
        RecordedStep step = RecordedStep.read(line, text);
        if (step.begins()) {
          scenario(steps, hello, models);
          steps = new ArrayList<>();
        } else if (steps.isEmpty()) {
          throw new IllegalArgumentException("the first request is not \"begin\"");
        }
        timed(step);
        steps.add(step);
      }
      scenario(steps, hello, models);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " is not there", e);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ", behind line " + line + ": it is not UTF-8", e);
    } catch (IllegalArgumentException | Wire.MalformedLine e) {
      throw new IOException(file + ", line " + line + ": " + e.getMessage(), e);
    } finally {
      models.leave();
    }
    out.printf("%s, %d of them without a last reply: the spec explains %s by the profile %s%n",
        FindingText.count(scenarios, "scenario"), open, wrong == 0 ? "all" : "all but " + wrong, profile.name());
    if (late > 0) {
      out.printf("in %d a reply came late, as on a slow machine: they are judged up to there%n", late);
    }
    if (added > 0) {
      out.printf("%d of these %s new by requirements %s, and no reason for status 1%n", added, added == 1 ? "is" : "are",
          requirements.number());
    }
    out.flush();
    return wrong == added ? 0 : 1;
  }

  private @Nullable String next(BufferedReader lines) throws IOException {
    line++;
    String text = lines.readLine();
    if (text == null && line == 1) {
      throw new IllegalArgumentException("the file is empty; its first line is the hello of the adapter");
    }
    return text;
  }

  private static void timed(RecordedStep step) {
    if (step.needsTime() && !step.hasTimes()) {
      throw new IllegalArgumentException("it asks for a time, so that each line needs \"sent\" and \"told\", in milliseconds");
    }
  }

  private void scenario(List<RecordedStep> steps, Hello hello, ModelCache models) throws IOException {
    if (steps.isEmpty()) {
      return;
    }
    scenarios++;
    Cast cast = Wire.cast(steps.get(0).request());
    SpecModel model = models.get(profile, hello.operations(), cast);
    RecordedScenario scenario = new RecordedScenario(steps);
    Conversation conversation = new Conversation(model, new Timing(scenario::nanoTime, hello.hasClock()),
        (tracker, reply) -> choose(scenario, model, tracker), rules -> { }, new HashSet<>());
    try {
      scenario.run(cast, conversation);
    } catch (IllegalArgumentException | Wire.MalformedLine e) {
      throw new IOException(file + ", line " + scenario.step().number() + ": " + e.getMessage(), e);
    }
    Disagreement disagreement = conversation.disagreement();
    if (disagreement == null) {
      open += scenario.step().reply() == null ? 1 : 0;
    } else if (disagreement.isLate() && !hello.hasClock()) {
      late++;
    } else {
      wrong++;
      out.printf("line %d (its scenario begins in line %d):%n", scenario.step().number(), steps.get(0).number());
      Finding finding = Finding.of(disagreement, conversation);
      added += requirements.has(finding) ? 0 : 1;
      FindingText.print(wrong, finding, requirements.has(finding) ? null : "new: " + requirements.lacks(finding), out);
    }
  }

  private static @Nullable Request choose(RecordedScenario scenario, SpecModel model, Tracker tracker) {
    if (!scenario.hasNext()) {
      return null;
    }
    RecordedStep step = scenario.advance();
    try {
      Request request = Wire.request(step.request(), model.cast);
      if (!tracker.legal(request)) {
        throw new IllegalArgumentException("the protocol does not let " + tracker.task() + " be asked to " + request
            + " here, or the hello does not declare what it needs");
      }
      return request;
    } catch (Wire.MalformedLine e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
