package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes conformance vectors, for whoever has no Java: files for each profile, and what they hold. */
public final class VectorRun {
  private final Path folder;
  private final PrintWriter out;

  /** Prepares to write into this folder. */
  public VectorRun(Path folder, PrintWriter out) {
    this.folder = folder;
    this.out = out;
  }

  /**
   * Writes the vectors.
   *
   * @param profile the profile that is wanted; null for each that comes with the spec
   * @param features what an adapter declares; none for all
   */
  public void write(@Nullable Profile profile, Set<String> features) throws IOException {
    Set<String> wanted = checked(features);
    List<Profile> profiles = profile == null ? Profile.names().stream().map(Profile::parse).toList() : List.of(profile);
    for (Profile each : profiles) {
      try (ModelCache models = new ModelCache()) { // each from the beginning, so that the same command writes the same files
        Vectors vectors = Vectors.of(each, wanted, Cast.of(Plan.TASKS, 1, 1), Crowds.all(), models);
        new VectorFile(vectors).write(folder);
        tell(vectors);
      }
    }
    out.println("left out everywhere: what takes time (sleeps, limits, armed interrupts, storms) and what is drawn at random");
    out.flush();
  }

  private static Set<String> checked(Set<String> features) {
    if (features.isEmpty()) {
      return Vectors.FEATURES;
    }
    for (String feature : new TreeSet<>(features)) {
      if (!Hello.FEATURES.contains(feature)) {
        String meant = Nearest.to(feature, Hello.FEATURES).map(near -> "; did you mean " + near + "?").orElse(".");
        throw new IllegalArgumentException("--features: there is no feature " + feature + meant + " The features are "
            + String.join(", ", new TreeSet<>(Hello.FEATURES)));
      }
    }
    if (!features.contains("event") && !features.contains("flag")) {
      throw new IllegalArgumentException("--features names neither event nor flag, so that there is nothing to ask");
    }
    return features;
  }

  private void tell(Vectors vectors) {
    int steps = vectors.all().values().stream().mapToInt(vector -> vector.steps().size()).sum();
    long branching = vectors.all().values().stream().filter(TestVector::branches).count();
    out.printf("%s: %d vectors with %d steps, of which %d leave a choice to the runtime; features %s%n",
        folder.resolve(VectorFile.name(vectors.profile)) + ".{jsonl,txt}", vectors.all().size(), steps, branching,
        String.join(", ", vectors.features));
    for (Map.Entry<String, Vectors.Count> kind : vectors.counts().entrySet()) {
      Vectors.Count count = kind.getValue();
      String same = count.same() == 0 ? "" : ", " + count.same() + " more are alike";
      String open = count.open() == 0 ? "" : ", " + count.open() + " left out: they need more than " + Unfolding.MOST
          + " steps, or more than " + Unfolding.OPEN + " states explain what was said";
      out.printf("  %-20s %4d%s%s%n", kind.getKey(), count.made(), same, open);
    }
    out.flush();
  }
}
