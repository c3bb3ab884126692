package dev.fanion.cli;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.SpecFiles;
import dev.fanion.spec.Vacuity;
import dev.fanion.spec.docs.Pages;
import dev.fanion.spec.run.Distributed;
import dev.fanion.spec.run.EntryResult;
import dev.fanion.spec.run.Neighbours;
import dev.fanion.spec.run.SpecRunner;
import dev.fanion.spec.run.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  /** The entry that is too large for one machine. */
  private static final String MEANT_FOR_MANY = "distributed";

  @Spec CommandSpec spec;

  @ArgGroup Job job = new Job();

  @Option(names = "--check", description = "With --docs: write nothing; status 1 if a page is not what would be written.")
  boolean check;

  @Option(names = "--write", description = "With --neighbours: keep what comes out in spec/neighbours.tsv, for the docs.")
  boolean write;

  @Option(names = "--deadline", paramLabel = "SECONDS", defaultValue = "20",
      description = "With --neighbours: how long an entry may search (default ${DEFAULT-VALUE}).")
  int deadline;

  @Parameters(paramLabel = "NAME", description = "An entry of the manifest, or a group of entries; default all.")
  List<String> names = List.of();

  /** What to do instead of checking what the manifest holds. */
  static final class Job {
    @Option(names = "--mutants", description = "Only the variants with one mistake, with the sum for each module.")
    boolean mutants;

    @Option(names = "--neighbours", description = "Leave out each conjunct of the modules named (or of "
        + "MODULE!DEFINITION), one at a time, of all with mutants by default, and say which claim fails then; status 1 if for "
        + "one of them none does.")
    boolean neighbours;

    @Option(names = "--deep", description = "Only the larger bounds.")
    boolean deep;

    @Option(names = "--config", paramLabel = "ENTRY", description = "Print the config that TLC reads for this entry.")
    @Nullable String config;

    @Option(names = "--docs", description = "Write the generated parts of spec/README.md and of the pages in docs.")
    boolean docs;

    @Option(names = "--distributed", description = "Check one entry (default: " + MEANT_FOR_MANY + ") in TLC's distributed mode, "
        + "as the server; other machines join with --worker.")
    boolean distributed;

    @Option(names = "--worker", paramLabel = "HOST", description = "Work for the --distributed run on that machine.")
    @Nullable String worker;
  }

  @Option(names = "--workers", paramLabel = "N", defaultValue = "2",
      description = "With --distributed: worker processes on this machine (default ${DEFAULT-VALUE}; may be 0).")
  int workers;

  @Option(names = "--address", paramLabel = "HOST", defaultValue = "127.0.0.1",
      description = "With --distributed or --worker: how the other machines reach this one (default ${DEFAULT-VALUE}).")
  String address;

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "" + Distributed.PORT,
      description = "With --distributed or --worker: where the server listens (default ${DEFAULT-VALUE}).")
  int port;

  @Override
  public Integer call() throws Exception {
    Path folder = SpecFiles.find();
    Manifest manifest = Manifest.load(folder);
    if (job.config != null) {
      spec.commandLine().getOut().print(manifest.entry(job.config).config().text());
      spec.commandLine().getOut().flush();
      return 0;
    }
    if (job.distributed || job.worker != null) {
      return distributed(folder, manifest);
    }
    if (job.neighbours) {
      return neighbours(folder, manifest) == 0 ? 0 : 1;
    }
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

  private int distributed(Path folder, Manifest manifest) throws InterruptedException, IOException {
    Distributed mode = new Distributed(System.out, address, port);
    if (job.worker != null) {
      mode.work(job.worker);
      return 0;
    }
    List<Entry> entries = manifest.select(names.isEmpty() ? List.of(MEANT_FOR_MANY) : names);
    if (entries.size() != 1) {
      throw new ParameterException(spec.commandLine(), "--distributed runs one entry, not " + entries.size() + "; name one");
    }
    System.out.println("other machines join with: ./fanion spec --worker " + address + " --port " + port
        + " --address THEIR_OWN_ADDRESS");
    long distinct = mode.serve(entries.get(0), folder, workers);
    System.out.printf("%s: holds, %,d distinct states%n", entries.get(0).name(), distinct);
    return 0;
  }

  private int neighbours(Path folder, Manifest manifest) throws InterruptedException, IOException {
    return new Neighbours(folder, manifest, System.out, Duration.ofSeconds(deadline)).run(names, write);
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
