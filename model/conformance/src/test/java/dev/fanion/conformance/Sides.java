package dev.fanion.conformance;

import dev.fanion.conformance.PlantedRuntime.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** On which sides the planted runtime stands; on asyncio's where none is named. Written as names with + between them. */
record Sides(Set<Side> all) {
  static final Sides ASYNCIO = new Sides(Set.of());

  static Sides of(Side... sides) {
    Set<Side> all = EnumSet.noneOf(Side.class);
    all.addAll(Arrays.asList(sides));
    return new Sides(all);
  }

  /** Asyncio's, and each other side alone. */
  static List<Sides> each() {
    List<Sides> all = new ArrayList<>(List.of(ASYNCIO));
    Arrays.stream(Side.values()).map(Sides::of).forEach(all::add);
    return all;
  }

  static Sides parse(String names) {
    return names.equals("ASYNCIO") ? ASYNCIO : of(Arrays.stream(names.split("[+]")).map(Side::valueOf).toArray(Side[]::new));
  }

  boolean has(Side side) {
    return all.contains(side);
  }

  boolean hasSomeOf(Collection<Side> sides) {
    return sides.stream().anyMatch(this::has);
  }

  @Override
  public String toString() {
    return all.isEmpty() ? "ASYNCIO" : all.stream().map(Side::name).collect(Collectors.joining("+"));
  }
}
