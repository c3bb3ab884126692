package dev.fanion.spec.run;

import dev.fanion.spec.Conjunct;
import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.ManifestException;
import dev.fanion.spec.Modules;
import dev.fanion.spec.Survivors;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for what no claim says: leaves out each conjunct of a module, one at a time, and runs the entries that the module is part
 * of until a claim fails. A conjunct without which nothing fails survives. An entry's numbers of states are no claim.
 *
 * <p>The neighbours are made in a copy of the spec's folder, which is removed in the end.
 */
public final class Neighbours {
  private static final String CAUGHT = "fails ";

  /** Without a guard, a search may have no end. Another entry may say more then. */
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Manifest manifest;
  private final Path spec;
  private final PrintStream out;
  private final Survivors known;

  /**
   * Prepares a look for neighbours.
   *
   * @param spec the spec's folder, which is not changed
   * @param out where the table is printed, a line for each conjunct
   */
  public Neighbours(Path spec, Manifest manifest, PrintStream out) {
    this.spec = spec;
    this.manifest = manifest;
    this.out = out;
    known = new Survivors(spec);
  }

  /**
   * Tries the conjuncts of these modules; of all that have a mutant if none is named.
   *
   * @return how many survive without a reason in {@code survivors.tsv}, and how many lines of that file are wrong
   * @throws InterruptedException if the calling thread is interrupted; the child is ended
   */
  public int run(List<String> names) throws InterruptedException, IOException {
    Path copy = Files.createTempDirectory("fanion-neighbours");
    copy(spec.resolve("tla"), copy.resolve("tla"));
    Modules modules = new Modules(copy);
    Sessions sessions = new Sessions(modules);
    Thread hook = new Thread(() -> end(sessions, copy), "end TLC");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int problems = 0;
      out.println("module\tdefinition\tconjunct\tcaught by\tentry");
      for (String module : names.isEmpty() ? mutated() : names) {
        if (modules.file(module) == null) {
          throw new ManifestException("no module '" + module + "'; those with mutants are " + String.join(", ", mutated()));
        }
        problems += run(module, modules, sessions);
      }
      return problems;
    } finally {
      end(sessions, copy);
      SpecRunner.unhook(hook);
    }
  }

  private static void end(Sessions sessions, Path copy) {
    sessions.close();
    TlcProcess.delete(copy);
  }

  private Set<String> mutated() {
    return manifest.entries().stream().map(Entry::mutates).filter(module -> !module.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private int run(String module, Modules modules, Sessions sessions) throws IOException, InterruptedException {
    List<Entry> entries = manifest.select(List.of()).stream()
        .filter(entry -> entry.expect() instanceof Expectation.Holds && !entry.module().endsWith("Applies")
            && modules.parts(entry.module()).contains(module))
        .sorted(Comparator.comparingLong(Entry::size)).toList();
    Set<String> claims = manifest.entries().stream()
        .flatMap(entry -> entry.config().all().stream()).collect(Collectors.toSet());
    List<String> lines = Files.readAllLines(modules.file(module));
    List<Conjunct> survivors = new ArrayList<>();
    try {
      for (Conjunct conjunct : modules.conjuncts(module, claims)) {
        Files.write(modules.file(module), conjunct.edited(lines));
        if (survives(conjunct, entries, sessions, modules)) {
          survivors.add(conjunct);
        }
      }
    } finally {
      Files.write(modules.file(module), lines);
    }
    List<String> wrong = known.others(module, survivors);
    wrong.forEach(out::println);
    return wrong.size() + (int) survivors.stream().filter(conjunct -> known.reason(conjunct).isEmpty()).count();
  }

  private boolean survives(Conjunct conjunct, List<Entry> entries, Sessions sessions, Modules modules)
      throws InterruptedException {
    String moved = "";
    for (Entry entry : entries) {
      TlcRun run = sessions.check(entry, 1, DEADLINE);
      EntryResult result = new Judge(entry, run, modules).judge();
      if (!run.late() && !result.outcome().equals(entry.expect().toString())) {
        print(conjunct, words(result.outcome()), entry.name());
        return false;
      }
      moved = moved.isEmpty() && !result.ok() ? entry.name() : moved;
    }
    String reason = known.reason(conjunct);
    String nothing = moved.isEmpty() ? "nothing" : "nothing, but the states change";
    print(conjunct, nothing + (reason.isEmpty() ? "" : ": " + reason), moved);
    return true;
  }

  /** What failed. TLC does not say which of several properties. */
  private static String words(String outcome) {
    return outcome.contains(" or ") ? "a property"
        : outcome.startsWith(CAUGHT) ? outcome.substring(CAUGHT.length()).replaceFirst("\\d+ ", "") : outcome;
  }

  private void print(Conjunct conjunct, String caught, String entry) {
    out.printf("%s\t%s\t%s\t%s\t%s%n", conjunct.module(), conjunct.definition(), conjunct.text(), caught, entry);
    out.flush();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
