package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The map of all conversations with a model: what the suite knows after each, and what it may ask there.
 *
 * <p>A {@link Node} is what the suite knows at a reply: all states that explain the conversation, and the likely ones
 * among them, which depend on when the implementation is supposed to notice flags. The pairs of a {@link Place} (the likely
 * states, mostly one) and a request that may be made there are what a walk has to cover.
 */
final class Atlas {
  /** When an implementation notices a set flag, as far as a conversation can tell. */
  enum Noticing {
    /** Between two turns, before the next task runs. */
    EACH_TURN,
    /** Within the set itself. */
    AT_ONCE,
    /** In no way that can be predicted. */
    ANY_TIME
  }

  /** The implementation is taken to avoid an outcome that did not come this many times, although it was planned. */
  static final int TOO_OFTEN = 5;

  /** States that a conversation can distinguish from others, and what was asked there. */
  static final class Place {
    final int[] states;

    /** The requests that were answered here, as {@link Move#bit}s. */
    long covered;

    /** The requests at which a scenario went wrong. */
    long givenUp;

    Place(int[] states) {
      this.states = states;
    }
  }

  /** What one reply to a request leads to. */
  static final class Outcome {
    final Reply reply;
    final Node node;

    /** How many times in a row this outcome was planned and did not come. */
    int vain;

    Outcome(Reply reply, Node node) {
      this.reply = reply;
      this.node = node;
    }
  }

  /**
   * A request that may be made at a node, and its possible outcomes.
   *
   * @param bit stands for the request among all requests that the spec knows for its task
   */
  record Move(Request request, long bit, List<Outcome> outcomes) {
    @Nullable Outcome outcome(Reply reply) {
      for (Outcome outcome : outcomes) {
        if (outcome.reply.equals(reply)) {
          return outcome;
        }
      }
      return null;
    }
  }

  /** What is known at a reply. */
  static final class Node {
    final int number;
    final int[] all;
    final Place place;
    final String task;
    private @Nullable List<Move> moves;
    private long mask;

    Node(int number, int[] all, Place place, String task) {
      this.number = number;
      this.all = all;
      this.place = place;
      this.task = task;
    }
  }

  private final SpecModel model;
  private final Noticing noticing;
  private final Map<List<Integer>, Place> places = new HashMap<>();
  private final Map<List<Integer>, Node> nodes = new HashMap<>();
  final Node start;

  /** The end of the run, where nothing may be asked. */
  final Node end = new Node(0, new int[0], new Place(new int[0]), "");

  Atlas(SpecModel model, Noticing noticing) {
    this.model = model;
    this.noticing = noticing;
    end.moves = List.of();
    int[] initial = model.oracle.initial();
    start = node(initial, initial, Cast.MAIN);
  }

  private Node node(int[] all, int[] likely, String task) {
    Place place = places.computeIfAbsent(key(likely), key -> new Place(likely));
    List<Integer> key = new ArrayList<>(key(all));
    key.add(-1);
    key.addAll(key(likely));
    return nodes.computeIfAbsent(key, k -> new Node(nodes.size() + 1, all, place, task));
  }

  /** The places that are known by now. */
  Collection<Place> places() {
    return places.values();
  }

  private static List<Integer> key(int[] states) {
    return Arrays.stream(states).sorted().boxed().toList();
  }

  /** What may be asked at a node. */
  List<Move> moves(Node node) {
    if (node.moves == null) {
      int[] possible = model.candidates().closure(node.all, action -> true);
      List<Move> moves = new ArrayList<>();
      long bit = 1;
      for (Map.Entry<Request, int[]> request : model.requests(node.task).entrySet()) {
        if (model.candidates().alwaysEnabled(possible, request.getValue())) {
          moves.add(new Move(request.getKey(), bit, outcomes(node, possible, request.getValue())));
          node.mask |= bit;
        }
        bit <<= 1;
      }
      node.moves = List.copyOf(moves);
    }
    return node.moves;
  }

  /** The requests that may be made at a node, as {@link Move#bit}s. */
  long mask(Node node) {
    moves(node);
    return node.mask;
  }

  /** Whether something may be asked at a node that was not asked at its place before. */
  boolean isOpen(Node node) {
    return (mask(node) & ~node.place.covered & ~node.place.givenUp) != 0;
  }

  private List<Outcome> outcomes(Node node, int[] possible, int[] actions) {
    Map<Reply, int[]> all = replies(possible, actions, false);
    Map<Reply, int[]> likely = noticing == Noticing.ANY_TIME ? all : replies(node.place.states, actions, true);
    List<Outcome> outcomes = new ArrayList<>();
    likely.forEach((reply, states) ->
        outcomes.add(new Outcome(reply, reply.over() ? end : node(all.get(reply), states, reply.task()))));
    return outcomes;
  }

  private Map<Reply, int[]> replies(int[] states, int[] actions, boolean predicted) {
    Allowed allowed = new Allowed(model);
    if (!predicted) {
      return allowed.replies(states, actions, allowed::closed, after -> after);
    }
    return allowed.replies(states, actions, this::settled, noticing == Noticing.AT_ONCE ? this::settled : after -> after);
  }

  /** These states with every set flag noticed. */
  private int[] settled(int[] states) {
    int[] closed = model.candidates().closure(states, action -> true);
    return Arrays.stream(closed)
        .filter(s -> model.candidates().closure(new int[] {s}, action -> true).length == 1).toArray();
  }
}
