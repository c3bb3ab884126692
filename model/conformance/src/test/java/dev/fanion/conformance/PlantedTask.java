package dev.fanion.conformance;

/** A task of the planted runtime: no stack, only what it waits for and the result of its last operation. */
final class PlantedTask {
  final String name;
  /** With wrapped limits, the task for which this task waits; else null. */
  final PlantedTask owner;
  PlantedTask inner;
  /** Whether its operation is a wait with a limit, which an inner task does. */
  boolean wrapped;
  /** The result of its last operation, when it next runs. */
  String result = "started";
  /** The event or flag that its last operation waits for, if it is a wait. */
  PlantedLoop.Thing on;
  /** If this is no task, but a place in the queue where a cancellation comes: the task that is cancelled then; else null. */
  PlantedTask cancels;
  boolean blocked;
  /** Whether it has yielded and not run since, so that others may pass it over. */
  boolean yields;
  boolean gone;
  /** Whether its wait has ended, and it has had one turn since in which it did not return. */
  boolean passed;
  /** Whether a signal was handed to it, and its wait has not ended. */
  boolean holds;
  /** The nanosecond time at which its sleep or wait is over; 0 for never. */
  long due;
  boolean hasLimit;
  /** For CANCEL_TWICE: whether the second delivery is still to come, and whether it has come. */
  boolean again;
  boolean twice;
  /** For late cancellations: the task is to be cancelled when its time is up. */
  boolean cancelledLate;
  /** The event on which its last wait was cancelled, if it has not suspended again. */
  PlantedLoop.Thing cancelledOn;
  /** The turn in which a set has woken it, and the name of that event; and the sets of the event when its wait began. */
  int wokenIn = -1;
  String wokenBy = "";
  int sets;
  int wakes;
  /** How many turns it has had. */
  int turns;
  /** The task that has its name after it. */
  PlantedTask next;
  /** Whether its last timer is to be called off when it suspends again. */
  boolean lazyTimer;
  /** Whether its flag keeps it when its wait is over. */
  boolean staysKnown;
  /** How often it has yielded. */
  int yielded;
  /** How many waits there had been when its last one began; how often it was cancelled in a turn, and which turn that is. */
  int waitNumber;
  int cancelsInTurn;
  int cancelTurn = -1;
  /** The flag that has refused it last. */
  PlantedLoop.Thing refusedBy;
  /** How many of its waits were on a set event. */
  int atOnce;
  /** Whether a wait of this task was cancelled before. */
  boolean wasCancelled;

  PlantedTask(String name, PlantedTask owner) {
    this.name = name;
    this.owner = owner;
  }

  /** The task whose limit ends this wait. */
  PlantedTask limited() {
    return owner == null ? this : owner;
  }

  /** The task that waits for it. */
  PlantedTask waiter() {
    return inner == null ? this : inner;
  }
}
