package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Wire;
import java.util.Collection;

/**
 * Which planted mistakes the vectors of the profile asyncio show. Prints a line for each: whether they do, the first vector that
 * does, the request at which it does, the rules of that request, and what came instead of what; or why they do not.
 */
final class VectorMatrix {
  private VectorMatrix() {}

  /** Prints the table. The status is 1 if a mistake is shown that is listed as not shown, or the other way round. */
  public static void main(String[] args) throws Wire.MalformedLine {
    System.out.println("mistake\tshown\tvector\tkind\trequest\trules\tcame\tallowed");
    Collection<TestVector> vectors;
    try (ModelCache models = new ModelCache()) {
      vectors = Vectors.of(Profile.asyncio(), Vectors.FEATURES, Cast.of(Plan.TASKS, 1, 1), Crowds.all(), models).all().values();
    }
    boolean asListed = true;
    int shown = 0;
    for (Bug bug : Bug.values()) {
      VectorPlayer.Wrong wrong = new VectorPlayer(bug, PlantedLoop.Notice.TURN).first(vectors);
      String why = NotInVectors.why(bug);
      boolean right = (wrong == null) == (bug == Bug.NONE || why != null);
      System.out.println(bug + "\t" + (wrong != null ? "yes" : "no") + (right ? "" : ", NOT AS LISTED") + "\t"
          + (wrong == null ? why == null ? "" : why : words(wrong)));
      asListed &= right;
      shown += wrong == null ? 0 : 1;
    }
    System.err.printf("%d vectors show %d of %d planted mistakes%n", vectors.size(), shown, Bug.values().length - 1);
    System.exit(asListed ? 0 : 1);
  }

  private static String words(VectorPlayer.Wrong wrong) {
    return wrong.vector().id() + "\t" + wrong.vector().kind() + "\t" + wrong.step() + "\t"
        + String.join(" ", Rule.ids(wrong.rules())) + "\t" + wrong.came() + "\t" + String.join(" | ", wrong.allowed());
  }
}
