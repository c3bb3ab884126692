package dev.fanion.conformance;

import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A side for each variation point of the spec. Named profiles are the configurations in {@code spec/tla/profiles}; a
 * profile of one's own is a file with lines {@code Constant = "side"}, where what is not said is as in {@code asyncio}.
 *
 * @param name what the user called it
 * @param sides the side of each variation point, in the order of the spec
 */
public record Profile(String name, Map<String, String> sides) {
  /** The variation points and their sides; the first is asyncio's. The spec asserts that it knows them. */
  static final Map<String, List<String>> POINTS = points();

  public static final String ASYNCIO = "asyncio";
  private static final Pattern SIDE = Pattern.compile("(?m)^\\s*([A-Za-z]+)\\s*=\\s*\"?(\\w+)\"?\\s*$");

  private static Map<String, List<String>> points() {
    Map<String, List<String>> points = new LinkedHashMap<>();
    points.put("WakeOrder", List.of("fifo", "any"));
    points.put("WaitOnSet", List.of("immediate", "yields"));
    points.put("CancelAfterSet", List.of("cancelled", "woken"));
    points.put("LimitedWait", List.of("direct", "wrapped"));
    points.put("SecondFlagWaiter", List.of("refused", "undefined"));
    points.put("OnDeadlock", List.of("reported", "idles"));
    points.put("UnsafeSet", List.of("refused", "undefined"));
    return points;
  }

  /** The asyncio side of every point. */
  public static Profile asyncio() {
    Map<String, String> sides = new LinkedHashMap<>();
    POINTS.forEach((point, choice) -> sides.put(point, choice.get(0)));
    return new Profile(ASYNCIO, sides);
  }

  /** This profile with another side of one point, named as the option that selects it. */
  Profile with(String point, String side) {
    List<String> choice = POINTS.get(point);
    if (choice == null) {
      throw new IllegalArgumentException("no variation point " + point + "; there are " + String.join(", ", POINTS.keySet()));
    } else if (!choice.contains(side)) {
      throw new IllegalArgumentException(point + " has no side " + side + "; there are " + String.join(", ", choice));
    }
    Map<String, String> changed = new LinkedHashMap<>(sides);
    changed.put(point, side);
    return new Profile(name + "," + point + "=" + side, changed);
  }

  /** The other side of a point. */
  String otherSide(String point) {
    return POINTS.get(point).stream().filter(side -> !side.equals(sides.get(point))).findFirst().orElseThrow();
  }

  /**
   * Reads {@code NAME} or {@code FILE}, either followed by changes of the form {@code ,Constant=side}.
   *
   * @throws IllegalArgumentException with what is wrong and what there is
   */
  public static Profile parse(String text) {
    String[] parts = text.split(",");
    Profile profile = load(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      if (pair.length != 2) {
        throw new IllegalArgumentException("after a profile's name comes ,Constant=side, not ," + parts[i]);
      }
      profile = profile.with(pair[0].strip(), pair[1].strip());
    }
    return profile;
  }

  private static Profile load(String name) {
    Path named = SpecFiles.find().resolve("tla/profiles").resolve(name + ".cfg");
    Path file = Files.isRegularFile(named) ? named : Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "no profile " + name + ": neither a file nor one of " + String.join(", ", names()));
    }
    try {
      Profile profile = asyncio();
      Matcher sides = SIDE.matcher(Files.readString(file));
      while (sides.find()) {
        profile = profile.with(sides.group(1), sides.group(2));
      }
      return new Profile(name, profile.sides());
    } catch (IOException e) {
      throw new IllegalArgumentException("the profile " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> names() {
    try (Stream<Path> files = Files.list(SpecFiles.find().resolve("tla/profiles"))) {
      List<String> names = new ArrayList<>();
      files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".cfg"))
          .forEach(file -> names.add(file.substring(0, file.length() - 4)));
      return names.stream().sorted().toList();
    } catch (IOException e) {
      return List.of(ASYNCIO);
    }
  }
}
