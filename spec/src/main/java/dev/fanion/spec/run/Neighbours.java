package dev.fanion.spec.run;

import dev.fanion.spec.Conjunct;
import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.ManifestException;
import dev.fanion.spec.Modules;
import dev.fanion.spec.Neighbour;
import dev.fanion.spec.Neighbourhood;
import dev.fanion.spec.Survivors;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  /** Between a module and one of its definitions. */
  private static final String OF = "!";

  /** What can fail, by the beginnings of outcomes. */
  private static final Map<String, String> KINDS =
      Map.of("fails 10 ", "assumption ", "fails 11 ", "", "fails 12 ", "invariant ", "fails 13 ", "property ");

  private final Manifest manifest;
  private final Path spec;
  private final PrintStream out;
  private final Survivors known;
  private final Neighbourhood before;
  private final Duration deadline;
  private String last = "";

  /**
   * Prepares a look for neighbours.
   *
   * @param spec the spec's folder, which is not changed
   * @param out where the table is printed, a line for each conjunct
   * @param deadline without a guard, a search may have no end: after this time, another entry may say more
   */
  public Neighbours(Path spec, Manifest manifest, PrintStream out, Duration deadline) {
    this.spec = spec;
    this.deadline = deadline;
    before = new Neighbourhood(spec);
    this.manifest = manifest;
    this.out = out;
    known = new Survivors(spec);
  }

  /**
   * Tries the conjuncts of these modules, or of one definition if the name is {@code Module!Definition}; of all modules that have
   * a mutant if none is named.
   *
   * @param write whether to keep what comes out in the spec's folder
   * @return how many survive without a reason in {@code survivors.tsv}, and how many lines of that file are wrong
   * @throws InterruptedException if the calling thread is interrupted; the child is ended
   */
  public int run(List<String> names, boolean write) throws InterruptedException, IOException {
    Path copy = Files.createTempDirectory("fanion-neighbours");
    copy(spec.resolve("tla"), copy.resolve("tla"));
    Modules modules = new Modules(copy);
    Sessions sessions = new Sessions(modules);
    Thread hook = new Thread(() -> end(sessions, copy), "end TLC");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int problems = 0;
      out.println(Neighbour.COLUMNS);
      for (String name : names.isEmpty() ? mutated() : names) {
        String[] parts = name.split(OF, 2);
        if (modules.file(parts[0]) == null) {
          throw new ManifestException("no module '" + parts[0] + "'; those with mutants are " + String.join(", ", mutated()));
        }
        problems += run(parts[0], parts.length == 1 ? "" : parts[1], modules, sessions);
        if (write) {
          before.write();
        }
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

  private int run(String module, String definition, Modules modules, Sessions sessions) throws IOException, InterruptedException {
    List<Entry> entries = manifest.select(List.of()).stream()
        .filter(entry -> entry.expect() instanceof Expectation.Holds && !entry.config().all().isEmpty()
            && modules.parts(entry.module()).contains(module))
        .sorted(Comparator.comparingLong(Entry::size)).toList();
    List<Conjunct> conjuncts = modules.conjuncts(module, manifest.claims());
    List<Conjunct> chosen = conjuncts.stream()
        .filter(conjunct -> definition.isEmpty() || conjunct.definition().equals(definition)).toList();
    List<Neighbour> tried = new ArrayList<>();
    List<String> lines = Files.readAllLines(modules.file(module));
    try {
      for (Conjunct conjunct : chosen) {
        Files.write(modules.file(module), conjunct.edited(lines));
        Neighbour neighbour = neighbour(conjunct, entries, sessions, modules);
        tried.add(neighbour);
        String reason = neighbour.survives() ? known.reason(neighbour) : "";
        out.println(neighbour.line() + (reason.isEmpty() ? "" : "\t" + reason));
        out.flush();
      }
    } finally {
      Files.write(modules.file(module), lines);
    }
    before.put(module, conjuncts, tried);
    List<String> wrong = known.others(module, conjuncts.stream()
        .filter(conjunct -> tried.stream().noneMatch(each -> each.isAbout(conjunct) && !each.survives())).toList());
    wrong.forEach(out::println);
    return wrong.size() + (int) tried.stream().filter(each -> each.survives() && known.reason(each).isEmpty()).count();
  }

  private Neighbour neighbour(Conjunct conjunct, List<Entry> entries, Sessions sessions, Modules modules)
      throws InterruptedException {
    String moved = "";
    String late = "";
    for (Entry entry : inOrder(entries.stream().filter(each -> canTell(each, conjunct)).toList(), before.catcher(conjunct))) {
      TlcRun run = sessions.check(entry, 1, deadline);
      EntryResult result = new Judge(entry, run, modules).judge();
      if (!run.late() && !result.outcome().equals(entry.expect().toString())) {
        last = entry.name();
        return neighbour(conjunct, words(result.outcome()), last);
      }
      late = run.late() ? entry.name() : late;
      moved = moved.isEmpty() && !run.late() && !result.ok() ? entry.name() : moved;
    }
    String nothing = Neighbour.NOTHING + (moved.isEmpty() ? "" : ", but the states change")
        + (late.isEmpty() ? "" : ", but " + late + " takes too long");
    return neighbour(conjunct, nothing, moved);
  }

  /** An entry that never takes an action cannot tell how the action changes variables. */
  private static boolean canTell(Entry entry, Conjunct conjunct) {
    return !conjunct.assigns() || !(entry.expect() instanceof Expectation.Holds holds)
        || !holds.idle().contains(conjunct.definition());
  }

  /** First what caught this neighbour before, then what caught the last one. */
  private List<Entry> inOrder(List<Entry> entries, String catcher) {
    return entries.stream().sorted(Comparator.comparing((Entry entry) -> !entry.name().equals(catcher))
        .thenComparing(entry -> !entry.name().equals(last))).toList();
  }

  private static Neighbour neighbour(Conjunct conjunct, String caught, String entry) {
    return new Neighbour(conjunct.module(), conjunct.definition(), conjunct.text(), caught, entry);
  }

  /** What failed. TLC does not say which of several properties. */
  private static String words(String outcome) {
    String several = outcome.contains(" or ") ? "a property" : outcome;
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      if (several.startsWith(kind.getKey())) {
        return kind.getValue() + several.substring(kind.getKey().length());
      }
    }
    return several;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
