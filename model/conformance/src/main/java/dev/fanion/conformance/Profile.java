package dev.fanion.conformance;

import dev.fanion.conformance.VariationPoint.Side;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A side for each variation point of the spec. Named profiles are the configurations in {@code spec/tla/profiles}. A user's
 * own profile is a file with lines {@code Constant = "side"}; a point without a line is as in {@code asyncio}.
 *
 * @param name what the user called it
 * @param sides the side of each variation point
 */
public record Profile(String name, Map<VariationPoint, Side> sides) {
  /** The name of the profile that a run is judged by unless the user chooses another. */
  public static final String ASYNCIO = "asyncio";

  private static final Pattern SIDE = Pattern.compile("(?m)^\\s*([A-Za-z]+)\\s*=\\s*\"?(\\w+)\"?\\s*$");

  /** The asyncio side of every point. */
  public static Profile asyncio() {
    Map<VariationPoint, Side> sides = new EnumMap<>(VariationPoint.class);
    for (VariationPoint point : VariationPoint.values()) {
      sides.put(point, point.sides().get(0));
    }
    return new Profile(ASYNCIO, sides);
  }

  /** The side of a point. */
  Side side(VariationPoint point) {
    return Objects.requireNonNull(sides.get(point));
  }

  /**
   * Whether one can say what comes next, and get everywhere soon: no chance decides who runs, each of the ready has its place,
   * and nothing but tasks has one.
   */
  boolean isPredictable() {
    return side(VariationPoint.WAKE_ORDER) == Side.FIFO && side(VariationPoint.YIELDS) == Side.TURNS
        && side(VariationPoint.CANCEL_DELIVERY) == Side.IMMEDIATE && side(VariationPoint.WAIT_ON_SET) != Side.BEHIND;
  }

  /** The sides as lines of a file that {@link #parse} reads. */
  String text() {
    return constants().entrySet().stream().map(side -> side.getKey() + " = \"" + side.getValue() + "\"\n")
        .collect(Collectors.joining());
  }

  /** The sides by the names of the spec's constants, in the order of the spec. */
  Map<String, String> constants() {
    Map<String, String> constants = new LinkedHashMap<>();
    sides.forEach((point, side) -> constants.put(point.toString(), side.toString()));
    return constants;
  }

  /** This profile under its shortest name: a named profile, or asyncio with changes. */
  Profile named() {
    for (String known : names()) {
      if (load(known).sides.equals(sides)) {
        return new Profile(known, sides);
      }
    }
    StringBuilder changes = new StringBuilder(ASYNCIO);
    asyncio().sides.forEach((point, side) -> {
      if (side(point) != side) {
        changes.append(',').append(point).append('=').append(side(point));
      }
    });
    return new Profile(changes.toString(), sides);
  }

  /** This profile with another side of one point. Its name is the option that selects it. */
  Profile with(VariationPoint point, Side side) {
    Map<VariationPoint, Side> changed = new EnumMap<>(sides);
    changed.put(point, side);
    return new Profile(name + "," + point + "=" + side, changed);
  }

  private Profile with(String constant, String side) {
    VariationPoint point = VariationPoint.of(constant).orElseThrow(() ->
        new IllegalArgumentException("no variation point " + constant + "; there are " + listed(VariationPoint.values())));
    return with(point, point.side(side).orElseThrow(() ->
        new IllegalArgumentException(point + " has no side " + side + "; there are " + listed(point.sides().toArray()))));
  }

  private static String listed(Object[] choice) {
    return Arrays.stream(choice).map(Object::toString).collect(Collectors.joining(", "));
  }

  /**
   * Reads {@code NAME} or {@code FILE}, either followed by changes of the form {@code ,Constant=side}.
   *
   * @throws IllegalArgumentException if that fails; the message says what is wrong and what the choices are
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

  /** The names of the profiles that come with the spec. */
  static List<String> names() {
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
