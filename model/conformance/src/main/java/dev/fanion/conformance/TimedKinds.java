package dev.fanion.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The scripts about time, by kind, in an order of which the seed decides, to be used up. */
final class TimedKinds {
  /** The numbers of turns that are tried early. */
  private static final int LIKELY = 6;

  final Deque<Script> limits;
  final Deque<Script> neighbours;
  final Deque<Script> armed;
  final Deque<Script> late = new ArrayDeque<>(LimitRaces.late());
  final Deque<Script> lateAndCancelled;
  final Deque<Script> again;
  final Deque<Script> crowds;
  final Deque<Script> places = new ArrayDeque<>(Places.ofLimits());
  final Deque<Script> left = new ArrayDeque<>(Scripts.leftOver());
  final Deque<Script> timers;
  final Deque<Script> reborn;
  final Deque<Script> slow = new ArrayDeque<>(Scripts.patient());
  final Deque<Script> arms = new ArrayDeque<>(Capacities.ofArms());
  final Deque<Script> moments = new ArrayDeque<>(Capacities.ofEverybody());
  final Deque<Script> together = new ArrayDeque<>(Together.ofArms());
  final Deque<Script> sequels = new ArrayDeque<>(Sequels.ofTwoTimed());

  /** Those that are always run as a whole. */
  final List<Script> sleeps = Scripts.sleeps();
  final List<Script> alone = Scripts.alone();
  final List<Script> endless = Capacities.ofEndlessTimes();
  final List<Script> meanwhile = Sequels.meanwhile();
  final List<Script> quiet = Capacities.ofQuiet();
  final List<Script> longTimes = Capacities.ofLongTimes();

  TimedKinds(long seed) {
    limits = shuffled(LimitRaces.all(), seed);
    List<Script> ofSeveral = new ArrayList<>(LimitRaces.ofNeighbours());
    ofSeveral.addAll(LimitRaces.dueTogether());
    ofSeveral.addAll(LimitRaces.heldUp());
    ofSeveral.addAll(LimitRaces.cancelledWhenDue());
    neighbours = shuffled(ofSeveral, seed);
    armed = shuffled(Scripts.armed(), seed);
    List<Script> turns = Capacities.ofTurns();
    Together.ofLimits().forEach(together::addFirst);
    List<Script> many = Together.ofTimers();
    together.addFirst(many.get(0));
    together.addAll(Together.ofAllKinds());
    together.add(many.get(1));
    moments.addAll(Together.ofTimes());
    moments.addAll(Churn.ofTimers());
    moments.addAll(Churn.ofLimits());
    moments.addAll(turns.subList(0, LIKELY));
    moments.addAll(shuffled(Capacities.ofMoments(), seed));
    moments.addAll(turns.subList(LIKELY, turns.size()));
    lateAndCancelled = shuffled(LimitRaces.lateAndCancelled(), seed);
    again = shuffled(Scripts.again(), seed);
    reborn = shuffled(DataStructures.ofTasksWithLimits(), seed);
    timers = shuffled(DataStructures.ofTimers(), seed);
    List<Script> some = new ArrayList<>(Subsets.ofLimits());
    some.addAll(Subsets.ofHeldUp());
    some.addAll(Together.ofMoments());
    crowds = shuffled(some, seed);
    Subsets.ofCalledOff().forEach(crowds::addFirst);
    Churn.ofTimedDeeds().forEach(crowds::addFirst);
    List<Script> numbers = DataStructures.ofNumbers();
    timers.addFirst(numbers.get(0));
    timers.addAll(numbers.subList(1, numbers.size()));
  }

  private static Deque<Script> shuffled(List<Script> all, long seed) {
    List<Script> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    return new ArrayDeque<>(shuffled);
  }

  /** All of them. */
  static Stream<Script> all() {
    TimedKinds kinds = new TimedKinds(0);
    return Stream.of(kinds.limits, kinds.neighbours, kinds.armed, kinds.late, kinds.lateAndCancelled, kinds.again, kinds.crowds,
        kinds.places, kinds.left, kinds.timers, kinds.reborn, kinds.slow, kinds.arms, kinds.moments, kinds.together,
        kinds.sequels, kinds.sleeps, kinds.alone, kinds.endless, kinds.meanwhile, kinds.quiet, kinds.longTimes)
        .flatMap(kind -> kind.stream());
  }
}
