package dev.fanion.conformance;

import dev.fanion.conformance.VariationPoint.Side;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Conversations at random that tell in which order tasks run, where that is so open that the few conversations of an experiment
 * may well come out as a stricter order would have them.
 */
final class RandomOrders {
  private static final int SCENARIOS = 400;
  private static final int LENGTH = 40;
  private static final long SEED = 1;
  private static final Cast CAST = Cast.of(3, 2, 1);

  private final Adapter adapter;
  private final ModelCache models;
  private final Set<String> features;

  RandomOrders(Adapter adapter, ModelCache models, Set<String> features) {
    this.adapter = adapter;
    this.models = models;
    this.features = new TreeSet<>(features);
    this.features.removeAll(SpecModel.TIMED);
  }

  /**
   * The same profile if it explains all that the most open order explains, else the one with that order: an order between them
   * would be a guess. If the adapter fails, it is the same profile, and the judgement will show what is wrong.
   */
  Profile widened(Profile profile) {
    Profile open = profile.with(VariationPoint.WAKE_ORDER, Side.ANY);
    List<List<Exchange>> seen = new ArrayList<>();
    boolean held = record(model(open), seen);
    return held && !seen.stream().allMatch(exchanges -> explains(model(profile), exchanges)) ? open : profile;
  }

  private SpecModel model(Profile profile) {
    return models.get(profile, features, CAST);
  }

  /** Holds the scenarios, each as far as the model explains it. Returns whether the adapter did not fail. */
  private boolean record(SpecModel model, List<List<Exchange>> seen) {
    RandomChooser chooser = new RandomChooser(model, false, new SplittableRandom(SEED), (tracker, request) -> true);
    try {
      for (int i = 0; i < SCENARIOS; i++) {
        Conversation conversation =
            new Conversation(model, Timing.of(adapter), chooser.begin(LENGTH), rules -> { }, new HashSet<>());
        adapter.run(model.cast, conversation);
        List<Exchange> exchanges = conversation.exchanges;
        seen.add(List.copyOf(exchanges.subList(0, exchanges.size() - (conversation.disagreement() == null ? 0 : 1))));
      }
      return true;
    } catch (AdapterFailure failure) {
      return false;
    }
  }

  private static boolean explains(SpecModel model, List<Exchange> exchanges) {
    Tracker tracker = new Tracker(model, new Timing(() -> 0), new HashSet<>());
    for (Exchange exchange : exchanges) {
      if (!tracker.legal(exchange.request())) {
        return false;
      }
      tracker.sent(exchange.request());
      if (tracker.received(Objects.requireNonNull(exchange.reply())) != null) {
        return false;
      }
    }
    return true;
  }
}
