package dev.fanion.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Requirements older than the first that there are: the same, without something that is then new. They are made from the frozen
 * file, since a second file would have to follow it.
 */
final class Older {
  static final String NUMBER = "2025.9";

  private Older() {}

  /** The first frozen set. */
  static FrozenSet first() {
    try {
      return FrozenSet.read(Requirements.text(Requirements.NUMBERS.get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Requirements of(UnaryOperator<FrozenSet> change) {
    FrozenSet first = first();
    FrozenSet older = change.apply(new FrozenSet(NUMBER, first.points(), first.parts(), first.scripts(), first.rule()));
    return Requirements.of(older);
  }

  private static List<String> without(List<String> all, String name) {
    if (!all.contains(name)) {
      throw new IllegalArgumentException("there is no " + name + " in " + all);
    }
    return all.stream().filter(each -> !each.equals(name)).toList();
  }

  static Requirements withoutRule(String id) {
    Rule.named(id);
    return of(set -> new FrozenSet(set.number(), set.points(), set.parts(), set.scripts(),
        set.rule().stream().filter(entry -> !entry.id().equals(id)).toList()));
  }

  static Requirements withoutPart(PartOfRun part) {
    return of(set -> new FrozenSet(set.number(), set.points(), without(set.parts(), part.words()), set.scripts(), set.rule()));
  }

  static Requirements withoutPoint(VariationPoint point) {
    return of(set ->
        new FrozenSet(set.number(), without(set.points(), point.toString()), set.parts(), set.scripts(), set.rule()));
  }

  static Requirements withoutScript(Script script) {
    return of(set -> new FrozenSet(set.number(), set.points(), set.parts(),
        String.join(" ", without(set.scriptNames(), script.id())), set.rule()));
  }

  /** Without any script: nothing but walks, storms and what is drawn at random. */
  static Requirements withoutScripts() {
    return of(set -> new FrozenSet(set.number(), set.points(), set.parts(), "none", set.rule()));
  }
}
