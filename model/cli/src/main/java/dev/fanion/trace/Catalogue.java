package dev.fanion.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything here that can catch a mistake, by kind and name, each with the rules that it is about: what a page may promise with
 * words such as {@code model `SetLater`; race `SetVersusSleep.Released`}.
 */
public final class Catalogue {
  private static final Pattern LOOP = Pattern.compile("static (?:final )?class (\\w+)");
  private static final Pattern CHECK = Pattern.compile("new Check\\(\\s*\"(?:storm|fault|signals): ([^\"]+)\"");
  private static final Pattern POINT = Pattern.compile("(?m)^  [A-Z_]+\\(\"(\\w+)\", Side\\.");
  private static final Pattern ITEM = Pattern.compile("([a-z][a-zA-Z ]*?)((?: ?`[^`]+`,?)+)");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** One thing that a text promises. */
  public record Item(String kind, String name) {}

  private final Checkout checkout;
  private final Map<String, Function<String, Optional<Set<String>>>> kinds = new TreeMap<>();

  /** Reads what a clone has. */
  public Catalogue(Checkout checkout, SpecEvidence spec) {
    this.checkout = checkout;
    Races races = new Races(checkout);
    Planted planted = new Planted(checkout);
    Kills kills = new Kills(checkout);
    kinds.put("model", name -> spec.mustFail(name) ? Optional.of(spec.rules(name)) : Optional.empty());
    kinds.put("race", name -> Optional.of(races.rules(name)).filter(rules -> !rules.isEmpty()));
    kinds.put("planted", name -> Optional.ofNullable(planted.byName().get(name)).map(mistake -> Set.copyOf(mistake.rules())));
    kinds.put("port to C", name -> Optional.ofNullable(kills.rules().get(name)));
    kinds.put("interleaving", name -> found(LOOP, name, "stress/lincheck/src/main/java/dev/fanion/interleavings/BrokenLoops.java",
        "stress/lincheck/src/main/java/dev/fanion/interleavings/SmallEvent.java"));
    kinds.put("storm", name -> found(CHECK, name, "stress/storms/src/main/java/dev/fanion/storms/StormChecks.java"));
    kinds.put("fault", name -> found(CHECK, name, "stress/storms/src/main/java/dev/fanion/storms/FaultChecks.java"));
    kinds.put("side", name -> found(POINT, name,
        "model/conformance/src/main/java/dev/fanion/conformance/VariationPoint.java"));
    kinds.put("finding", name -> name.contains("/findings/") && checkout.has(name) ? Optional.of(Set.of()) : Optional.empty());
    kinds.put("command", name -> name.startsWith("./fanion ") ? Optional.of(Set.of()) : Optional.empty());
  }

  /** The kinds of things that there are. */
  public Set<String> kinds() {
    return kinds.keySet();
  }

  /**
   * The rules that a thing is about, as far as its source says; empty if there is no such thing.
   *
   * @param kind one of {@link #kinds}
   */
  public Optional<Set<String>> rules(String kind, String name) {
    return kinds.get(kind).apply(name);
  }

  /** The things that a text promises, in its order. */
  public static List<Item> items(String text) {
    return ITEM.matcher(text).results().flatMap(item -> NAME.matcher(item.group(2)).results()
        .map(name -> new Item(item.group(1).strip(), name.group(1)))).toList();
  }

  private Optional<Set<String>> found(Pattern pattern, String name, String... files) {
    for (String file : files) {
      Matcher matcher = pattern.matcher(checkout.text(file));
      while (matcher.find()) {
        if (matcher.group(1).equals(name)) {
          return Optional.of(Set.of());
        }
      }
    }
    return Optional.empty();
  }
}
