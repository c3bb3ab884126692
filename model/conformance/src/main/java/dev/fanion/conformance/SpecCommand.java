package dev.fanion.conformance;

import dev.fanion.spec.Entry;
import dev.fanion.spec.EntryResult;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.Pages;
import dev.fanion.spec.SpecFiles;
import dev.fanion.spec.SpecRunner;
import dev.fanion.spec.Terminal;
import dev.fanion.spec.Vacuity;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The model checking alone. */
@Command(name = "spec", mixinStandardHelpOptions = true,
    description = "Model-checks every entry of spec/manifest.toml, or those named. Status 0: each came out as it must.")
final class SpecCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @ArgGroup Job job = new Job();

  @Option(names = "--check", description = "With --docs: write nothing; status 1 if a page is not what would be written.")
  boolean check;

  @Parameters(paramLabel = "NAME", description = "An entry of the manifest, or a group of entries; default all.")
  List<String> names = List.of();

  /** What to do instead of checking what the manifest holds. */
  static final class Job {
    @Option(names = "--mutants", description = "Only the variants with one mistake, with the sum for each module.")
    boolean mutants;

    @Option(names = "--deep", description = "Only the larger bounds.")
    boolean deep;

    @Option(names = "--docs", description = "Write the generated parts of spec/README.md and of the pages in docs.")
    boolean docs;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = SpecFiles.find();
    Manifest manifest = Manifest.load(folder);
    SpecRunner runner = new SpecRunner(folder, System.out, Terminal.isInteractive());
    if (check && !job.docs) {
      throw new ParameterException(spec.commandLine(), "--check belongs to --docs; add it, or leave --check out");
    }
    if (job.docs) {
      return docs(new Pages(folder, manifest, runner));
    }
    if (job.mutants) {
      return runner.runMutants(manifest.mutants(names)) ? 0 : 1;
    }
    List<Entry> entries = job.deep ? manifest.deep(names) : manifest.select(names);
    List<EntryResult> results = runner.run(entries);
    boolean sound = !names.isEmpty() || job.deep || isSound(new Vacuity(folder, manifest));
    return sound && results.stream().allMatch(EntryResult::ok) ? 0 : 1;
  }

  private static boolean isSound(Vacuity vacuity) {
    List<String> problems = vacuity.problems();
    problems.forEach(System.out::println);
    System.out.println(problems.isEmpty()
        ? "every conditional property's antecedent is reached, every liveness property is lost without some fairness"
        : problems.size() + " properties could hold for want of a case; see above");
    return problems.isEmpty();
  }

  private int docs(Pages pages) throws InterruptedException {
    List<String> changed = check ? pages.stale() : pages.write();
    changed.forEach(page -> System.out.println((check ? "stale: " : "written: ") + page));
    if (check) {
      System.out.println(changed.isEmpty() ? "every generated part is up to date" : "run ./fanion spec --docs and commit");
    }
    return check && !changed.isEmpty() ? 1 : 0;
  }
}
