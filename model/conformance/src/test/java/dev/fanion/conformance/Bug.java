package dev.fanion.conformance;

import java.util.List;

/**
 * The planted mistakes: one constant for each mistake in the requirements' list that a conversation can show.
 *
 * <p>The other mistakes in the list have no constant, since no conversation with a single-threaded loop can distinguish them
 * from the right behaviour. The models of the algorithms and the race tests must catch them:
 * <ul>
 *   <li>event: tests, then joins the queue, with room for a set between: every request is a whole step here;
 *   <li>event: joins the queue when the call is built: a {@code wait} request builds the call and runs it in one step;
 *   <li>flag: reset by a read and then a write; wake before the store; wake claimed by a setter that then stops: the loop
 *       never acts while a setter is half-way in its set;
 *   <li>flag: set, or wake, skipped when already set: while the flag is set, the wake-up of its waiter is on the way;
 *   <li>flag: clear() revokes a wake: this looks like a loop that had not yet noticed the set when the clear came, which the
 *       protocol allows; a wake cannot be seen from outside before the woken task replies;
 *   <li>flag: plain store: this shows only in what another thread reads, and only on some hardware;
 *   <li>flag: the loop looks, then sleeps: this needs a set in the gap between the two;
 *   <li>loop: unstable order of equal deadlines: the protocol leaves the order of due tasks open.
 * </ul>
 */
public enum Bug {
  NONE("no mistake"),

  WAKES_ONE("wakes one", "EVT-2"),
  WAKES_TWO("wakes two", "EVT-2"),
  WAKES_ALL_BUT_LAST("wakes all but the last", "EVT-2"),
  WAKES_IN_WRONG_ORDER("wakes in the wrong order", "EVT-2"),
  WAKES_AHEAD_OF_READY("wakes ahead of tasks already ready", "EVT-2", "LOP-1", "CAN-3"),
  WAKES_IN_THE_NEXT_ROUND("set() wakes those who wait when the next round begins", "EVT-2", "EVT-9", "EVT-7"),
  RUNS_WAITERS_INSIDE_SET("runs waiters inside set()", "EVT-2", "LOP-1"),
  LEAVES_WOKEN_IN_QUEUE("leaves woken waiters in the queue", "EVT-2", "EVT-10", "CAN-1", "FLG-6", "LOP-1", "LOP-2"),
  KEEPS_STATE_IF_MANY_STAY("a new event has the state of one whose scenario left five tasks", "EVT-1", "LOP-5", "EVT-3", "EVT-6",
      "EVT-11", "FLG-1"),
  FORGETS_STATE("forgets the state", "EVT-4", "EVT-3", "EVT-6", "EVT-11", "CAN-6"),
  TOGGLES("toggles", "EVT-4", "EVT-6", "EVT-11", "CAN-6"),
  RESETS_ON_WAKE("resets on wake", "EVT-3", "EVT-6", "EVT-11"),
  RETESTS_AFTER_WAKE("re-tests the state after the wake", "EVT-5", "EVT-8", "EVT-2"),
  RETURNS_WITHOUT_LOOKING("returns at once without looking", "EVT-7"),
  BLOCKS_WITHOUT_LOOKING("blocks without looking", "EVT-4", "EVT-6", "EVT-14", "CAN-6"),
  GIVES_A_TURN_ON_SET("gives a turn on a set event", "EVT-6", "CAN-2"),
  JOINS_TWICE("joins the queue twice", "EVT-2", "EVT-10", "EVT-7", "CAN-5", "CAN-1", "LOP-2", "FLG-6"),
  JOINS_AT_FRONT("joins the queue at the front", "EVT-2"),
  CLEAR_WAKES("clear() wakes waiters", "EVT-5", "EVT-7"),
  CLEAR_FORGETS_WAITERS("clear() forgets waiters", "EVT-2", "EVT-5"),
  CLEAR_UNWAKES("clear() un-wakes waiters", "EVT-2", "EVT-5", "EVT-8"),
  CLEAR_UNWAKES_A_LIMITED("clear() un-wakes waiters with a limit", "EVT-2", "EVT-5", "EVT-8", "CAN-5"),
  IS_SET_CLEARS("is_set() has an effect: it clears", "EVT-3", "EVT-11"),
  IS_SET_WAKES("is_set() has an effect: it wakes", "EVT-7", "EVT-11"),
  EVENTS_SHARE_QUEUE("two events share a queue", "EVT-7", "EVT-12", "EVT-2"),

  CANCEL_LEAVES_WAITER("waiter stays in the queue", "CAN-1", "FLG-10"),
  CANCEL_TAKES_NEIGHBOUR("neighbour goes instead", "CAN-1"),
  CANCEL_TAKES_REST("the rest goes instead", "CAN-1"),
  CANCEL_WAKES_EVERYBODY("everybody wakes", "CAN-1", "EVT-7"),
  CANCEL_SETS_EVENT("the event is set", "CAN-1", "EVT-7", "EVT-11"),
  CANCEL_CLEARS_EVENT("the event is cleared", "CAN-2", "EVT-3", "EVT-6", "EVT-11"),
  CANCEL_TWICE("the task gets it twice", "CAN-3", "CAN-4"),
  CANCEL_IGNORED("the task gets it not at all", "CAN-1", "CAN-4", "CAN-2"),
  CANCEL_QUEUES_WOKEN_AGAIN("a woken task is queued a second time", "CAN-2", "CAN-3", "CAN-1"),
  TIMEOUT_LEAVES_WAITER("a time-out leaves its waiter behind", "CAN-5", "FLG-10", "EVT-2", "FLG-5", "LOP-2", "LOP-6"),
  TIMEOUT_CONSUMES("a time-out consumes", "CAN-5", "FLG-5"),

  FLAG_CONSUMED_WHEN_NOTICED("consumed when noticed instead of at the return", "FLG-5", "CAN-2", "CAN-5"),
  FLAG_NOT_CONSUMED("not consumed", "FLG-5", "FLG-6"),
  FLAG_CONSUMED_BEFORE_LOOKING("consumed before looking", "FLG-3", "FLG-7", "CAN-6", "FLG-4"),
  FLAG_LOST_WITH_NOBODY("a set with nobody waiting is lost", "FLG-7", "FLG-3", "FLG-4", "CAN-6"),
  FLAG_COUNTS("counts", "FLG-5", "FLG-3"),
  FLAG_FAST_PATH_KEEPS("the fast path does not consume", "FLG-3", "FLG-6"),
  FLAG_SECOND_REPLACES_FIRST("the second waiter replaces the first", "FLG-9"),
  FLAG_CANCEL_CONSUMES("cancel consumes", "CAN-2", "FLG-5"),
  FLAG_CANCEL_LEAVES_WAITER("cancel leaves the waiter", "FLG-10", "CAN-1", "CAN-2", "LOP-6"),
  FLAG_CLEAR_IGNORED("clear() ignored", "FLG-8"),
  FLAG_CLEAR_WAKES("clear() wakes", "FLG-4", "FLG-6", "FLG-8"),
  FLAG_CLEAR_UNREGISTERS("clear() unregisters", "FLG-8", "FLG-9", "FLG-4"),
  FLAG_QUEUED_TWICE("flag queued twice", "FLG-5", "FLG-6", "LOP-1", "CAN-5", "CAN-3", "CAN-1", "FLG-10"),

  ENDS_WHEN_NOTHING_READY("ends when nothing is ready", "LOP-5"),
  NEVER_ENDS_WHILE_BLOCKED("never ends because somebody is blocked", "LOP-5"),
  FLAGS_ONLY_WHEN_IDLE("looks at flags only when idle", "LOP-3", "FLG-4"),
  SLEEPS_ALTHOUGH_READY("sleeps although something is ready", "LOP-1", "LOP-2", "LOP-4", "CAN-5"),
  RESUMES_IN_NEXT_RUN("a task of one run resumes in the next", "LOP-5"),

  LOST_THIRD("wakes the first two waiters and forgets the rest", "EVT-2"),
  LOST_FIFTH("wakes the first four waiters and forgets the rest", "EVT-2"),
  LOST_17TH_SET("the 17th set() of an event has no effect", "EVT-4", "EVT-2", "EVT-3", "EVT-6", "EVT-11"),
  LOST_33RD_SET("the 33rd set() of an event has no effect", "EVT-4", "EVT-2", "EVT-3", "EVT-6", "EVT-11"),
  ONCE_PER_SET("a wait on a set event clears it", "EVT-3", "EVT-6", "EVT-11", "CAN-6"),
  ORPHAN("set() leaves a waiter whose limit is over to its timer, and the timer leaves it to set()", "EVT-2", "CAN-5"),
  ONE_DOORBELL("all flags share one notification", "FLG-6"),

  SLEEPER_IS_CANCELLED_LATE("cancelling a sleeper acts when its sleep is over", "CAN-1", "CAN-5"),
  LIMITED_WAIT_IS_CANCELLED_LATE("cancelling a limited wait acts when its limit is over", "CAN-1", "CAN-5"),
  TAKES_ANY_CANCELLATION_FOR_ITS_OWN("a cancellation after the limit is reported as the time-out", "CAN-4"),
  EXPIRY_ESCAPES("after a cancellation, a later limit ends as a cancellation", "CAN-5", "CAN-3", "CAN-4"),

  CLOCK_READ_ONCE_A_ROUND("the clock is read once a round", "LOP-2", "CAN-5"),
  SLEEP_ENDS_AFTER_TWO_THIRDS("a sleep ends after two thirds of its time", "LOP-2"),
  LIMIT_ENDS_AFTER_TWO_THIRDS("a limit ends after two thirds of its time", "CAN-5"),
  LONG_TIMES_ARE_CUT("times above 5 ms are cut to 5 ms", "LOP-2", "CAN-5"),
  LONG_LIMIT_NEVER_FIRES("a limit above 3 ms never fires", "CAN-5", "LOP-6"),
  LIMIT_IS_NOT_CALLED_OFF("a limit that was not called off fires in the task's next wait", "CAN-5", "CAN-4", "FLG-10", "LOP-2"),
  TIMED_OUT_ALTHOUGH_IT_HAD_IT("the flag is consumed, then the limit looks at the clock", "CAN-5"),
  TIMEOUT_CONSUMES_AN_INTERRUPT("a time-out consumes what an interrupt set", "CAN-5"),
  COUNTED_OUT("after one time-out a flag is never consumed again", "FLG-5", "FLG-6", "CAN-5"),
  LIMITED_WAIT_NEVER_LOOKS("a limited wait does not look whether its event is set", "CAN-6", "EVT-6"),
  LIMITED_FLAG_WAIT_NEVER_LOOKS("a limited wait does not look whether its flag is set", "FLG-3", "CAN-6", "FLG-7"),
  LIMIT_LOOKS_ONLY_AT_THE_END("a limited wait looks at its flag when the limit is over", "FLG-4", "LOP-4"),
  CLEAR_CALLS_OFF_THE_LIMIT("clear() of a set flag calls off the limit of its waiter", "CAN-5", "LOP-6"),
  ONE_LIMIT_FOR_EACH_THING("only the first limit on an event or flag ever fires", "CAN-5", "LOP-6", "FLG-10"),
  NO_LIMIT_AFTER_A_CANCELLATION("a task that was cancelled has no limits any more", "CAN-5", "LOP-6"),
  NO_SLEEP_AFTER_A_CANCELLATION("a task that was cancelled never ends its sleep", "LOP-2", "LOP-3", "LOP-6", "CAN-1"),
  TIMERS_IN_THE_ORDER_OF_CALLS("a timer waits for those that began before it", "LOP-3", "LOP-2", "CAN-5", "LOP-6"),
  TIMEOUT_SKIPS_THE_NEXT("after a time-out the next set() forgets the waiter behind", "CAN-5", "EVT-2"),
  SLEEP_KEEPS_THE_LOOP("a sleep lets nobody else run", "LOP-2", "LOP-1", "LOP-4", "FLG-4", "EVT-2", "EVT-6"),
  LIMITED_WAIT_KEEPS_THE_LOOP("a limited wait on a flag lets nobody else run", "LOP-1", "LOP-2", "LOP-4", "CAN-5"),

  INTERRUPT_DOES_NOT_WAKE_A_TIMED_SLEEP("an interrupt does not wake a loop that sleeps on a timer", "LOP-4", "FLG-4"),
  ARM_IS_NOTICED_ONLY_WHEN_IDLE("an armed interrupt is noticed only when the loop is idle", "LOP-3", "FLG-4"),
  ARM_IS_LOST_WHEN_BUSY("an armed interrupt that comes while the loop is busy is lost", "FLG-4", "FLG-7", "FLG-2", "LOP-4"),
  LATE_ARM_NEVER_COMES("an armed interrupt later than 50 ms never comes", "FLG-4", "FLG-2", "FLG-7", "LOP-4"),
  LOST_100TH_INTERRUPT("loses the 100th interrupt", "FLG-2", "FLG-4", "FLG-7", "LOP-3"),
  CLEAR_CALLS_OFF_THE_ARM("clear() calls off an armed interrupt", "FLG-8", "FLG-4", "FLG-2", "LOP-4"),
  CANCEL_CALLS_OFF_THE_ARM("a cancelled waiter takes the armed interrupt along", "CAN-1", "FLG-4", "FLG-10", "FLG-2", "LOP-4"),
  TIMEOUT_CALLS_OFF_THE_ARM("a waiter that times out takes the armed interrupt along",
      "CAN-5", "FLG-4", "FLG-10", "FLG-2", "LOP-4"),
  ONE_ARM_AT_A_TIME("arming an interrupt calls off the one of another flag", "FLG-4", "FLG-2", "FLG-7", "LOP-4"),
  SECOND_ARM_IS_LOST("the second armed interrupt of a flag is lost", "FLG-7", "FLG-2", "FLG-4", "LOP-4"),

  TIMERS_SIFTED_DOWN_ONLY("a timer that is called off is replaced by the last of the heap, perhaps earlier than the one above",
      "LOP-3", "LOP-2", "CAN-5", "CAN-1"),
  TIMERS_CHANGED_IN_PLACE("a task's timer stays in the heap when it is called off, and gets its next time there",
      "LOP-3", "LOP-2", "CAN-5", "CAN-1"),
  FIRST_LIMIT_PASSES_AT_ONCE("the first limit of a process passes at once", "CAN-5"),
  FIRST_INTERRUPT_IS_LOST("the first interrupt of a process is lost", "FLG-4", "FLG-2", "FLG-7", "LOP-4", "LOP-6"),
  TIMES_OF_16_BITS("times are kept in 16 bits of milliseconds", "LOP-2", "CAN-5"),
  MICROSECONDS_OF_32_BITS("times are kept in 32 bits of microseconds", "LOP-2", "CAN-5"),
  NANOSECONDS_OF_32_BITS("times are kept in 32 bits of nanoseconds", "LOP-2", "CAN-5"),
  TIMER_NUMBERS_OF_3_BITS("timers have numbers of three bits, and calling off an old one calls off a new one", "LOP-2", "CAN-5",
      "CAN-1", "LOP-6", "LOP-3"),
  INTERRUPT_QUEUE_OF_4("the fifth interrupt in a turn is dropped", "FLG-2", "FLG-4", "FLG-7", "FLG-3"),
  WAITERS_IN_A_RING_OF_4("the ring of waiters grows as it lies, and their order turns with it", "EVT-2"),
  WAKES_BEHIND_THE_LAST_WOKEN("set() puts its waiters behind the last woken, though others are ready behind that", "EVT-2",
      "LOP-1"),
  DEAD_TASK_STAYS_A_WAITER("a task that was cancelled and ended stays a waiter, by its name", "CAN-1", "LOP-5", "EVT-7", "LOP-2",
      "FLG-6", "FLG-10"),
  LIMIT_OUTLIVES_ITS_TASK("the limit of a woken wait is called off when its task suspends again, and hits the next of that name",
      "CAN-5", "LOP-5", "LOP-2", "EVT-7"),
  FOUR_FLAGS("flags have numbers of two bits", "FLG-6", "FLG-3", "FLG-4", "FLG-7"),
  FOUR_EVENTS("events have numbers of two bits", "EVT-12", "EVT-11", "EVT-2", "EVT-1", "EVT-6", "EVT-7"),

  WAITERS_IN_AN_ARRAY_OF_7("an event has room for seven waiters", "EVT-2", "CAN-5"),
  FOUR_CANCELS_IN_A_TURN("the fifth cancellation in a turn is dropped", "CAN-4", "CAN-1"),
  FOUR_ARMS("the fifth armed interrupt is dropped while four are to come", "FLG-7", "FLG-2", "FLG-4", "LOP-4"),
  LAST_ARM_WINS_WHEN_BUSY("of armed interrupts that come while the loop is busy only the last is kept", "FLG-7", "FLG-2", "FLG-4",
      "LOP-4", "FLG-3"),
  WAKES_BY_NAME("whom sets in one turn wake runs in the order of the events' names", "EVT-2", "LOP-1"),
  WAKES_JOIN_THE_EARLIER("set() puts its waiters behind those whom an earlier set of the event has woken", "EVT-2", "LOP-1"),
  SETS_ARE_COUNTED_BY_4_BITS("a woken waiter that is cancelled 16 sets later goes to the end", "CAN-3"),
  WAKES_ARE_COUNTED_BY_2_BITS("a woken waiter that is cancelled four wakes later goes to the end", "CAN-3"),
  TURNS_ARE_COUNTED_BY_4_BITS("a sleep that was cancelled ends what its task does 16 turns later", "CAN-1", "CAN-5", "LOP-2",
      "EVT-7", "FLG-6"),
  NOTICED_BY_NUMBERS_OF_2_BITS("of two flags that are set in a turn, and whose numbers are alike, one is not noticed", "FLG-4"),
  TIMERS_OF_A_MOMENT_GO_TOGETHER("calling off the first timer calls off those of the same moment", "LOP-3", "LOP-2", "CAN-5",
      "CAN-1", "LOP-6"),

  ARMS_KEPT_AFTER_EXIT("an interrupt that is armed when main exits comes in the next run", "LOP-5", "FLG-6", "FLG-3", "FLG-1",
      "LOP-6", "FLG-4"),
  STATE_KEPT_AFTER_DEADLOCK("events are as they were when the run before ended in a deadlock", "LOP-5", "EVT-1", "EVT-7",
      "EVT-11", "EVT-6"),
  REPORT_OF_SIX("a deadlock report has room for six tasks", "LOP-6"),
  REFUSED_STAYS_KNOWN("a task that a flag has refused takes the flag's waiter out when it is cancelled later", "FLG-9"),
  SLEEP_IS_NOT_CALLED_OFF("a sleep that was cancelled ends what its task does next", "CAN-1", "LOP-2", "EVT-7", "FLG-6",
      "CAN-5"),
  FLAG_OF_8_BITS("256 sets of a flag in a turn are none", "FLG-7", "FLG-4", "FLG-5", "FLG-3"),
  CANCELS_OF_3_BITS("the eighth cancellation of a task in a turn takes the others back", "CAN-3", "CAN-1", "CAN-4"),
  WAITERS_NUMBERED_BY_8_BITS("waiters are woken in the order of numbers of eight bits", "EVT-2", "LOP-1"),
  MANY_WAKE_AHEAD("four waiters or more are woken ahead of tasks already ready", "EVT-2", "LOP-1"),
  TASKS_64("the 65th task of a run is not created", "LOP-1", "LOP-2"),
  FOUR_FLAGS_WAITED("a fifth flag that is waited for at once is not looked at", "FLG-4"),
  FOUR_EVENTS_WAITED("the waiters of a fifth event that is waited for at once are in no list", "EVT-12", "EVT-2"),
  CANCEL_RUNS_INSIDE("cancel() runs the cancelled task inside", "LOP-1", "CAN-1", "CAN-3", "CAN-4"),
  SPAWN_RUNS_INSIDE("a new task runs inside the call that creates it", "LOP-1"),

  WAITERS_IN_A_RING_OF_8("taking a waiter out of the middle of a ring of eight loses the last, if the ring lies across its end",
      "CAN-1", "CAN-5", "EVT-2"),
  HOLES_ARE_PACKED_BY_8("cancelled waiters leave holes, and the first waiter is lost when eight of them are packed", "CAN-1",
      "EVT-2"),
  TIMERS_ARE_PACKED_BY_32("timers that are called off stay, and the last of the others is lost when 32 of them are packed",
      "LOP-2", "CAN-5", "LOP-6", "CAN-1", "LOP-3"),
  FOUR_FLAGS_SET("the fifth flag that is set before the loop looks is not looked at", "FLG-4", "LOP-4"),
  CLEAR_TAKES_ANOTHER("clear() of a flag takes the last of three that are set out of those to be looked at", "FLG-8", "FLG-4",
      "LOP-4"),
  TWO_EVENTS_SET("the third event that is set in a turn wakes nobody", "EVT-2", "EVT-12"),
  THREE_FLAGS_CANCELLED("the fourth flag whose waiter is cancelled in a turn keeps it", "FLG-10", "CAN-1"),
  TWO_LIMITS_OF_A_MOMENT("the third waiter whose limit passes in a look stays a waiter", "CAN-5", "FLG-10", "EVT-7", "FLG-4"),
  TWO_ARMS_OF_A_MOMENT("of interrupts of one moment the third is lost", "FLG-7", "FLG-4", "FLG-2", "LOP-4"),
  NINE_TIMES("timers and armed interrupts have room for nine", "LOP-4", "FLG-4", "FLG-7", "FLG-2", "LOP-2", "CAN-5", "LOP-6"),
  ONE_TIMER_A_ROUND("one timer is taken in each round", "LOP-3", "LOP-2", "CAN-5"),
  FOUR_TIMERS_CALLED_OFF("the fifth timer that is called off in a turn is not", "CAN-1", "CAN-5", "LOP-2", "EVT-7"),
  LAST_OF_FIVE("taking out the last of five waiters loses the first", "CAN-1", "EVT-2"),
  WOKEN_CROWD_IS_CANCELLED("cancelling one of four woken waiters loses the next of them", "CAN-2", "CAN-1", "EVT-2", "CAN-3"),
  AGES_BY_16("a task that has yielded 16 times is passed over by others", "LOP-2", "LOP-1"),
  EIGHTH_REFUSAL("the eighth wait on a flag that is refused unregisters its waiter", "FLG-9"),
  INTERRUPT_QUEUE_OF_128("the 129th interrupt in a turn is dropped", "FLG-7", "FLG-4", "FLG-2", "FLG-3"),
  ARMED_SET_FORGETS_THE_LAST("while an interrupt is armed, set() of three waiters forgets the last", "EVT-2"),
  REFUSED_JOINS_AT_FRONT("a wait behind one that a flag has refused is put before the others", "EVT-2", "LOP-1"),
  BUDGET_OF_300("each 300th wait of a task on a set event gives a turn", "EVT-6"),

  REPORT_FORGETS_TIMERS("a deadlock is reported while a timer runs", "LOP-6"),
  REPORT_FORGETS_THE_LAST_READY("a deadlock is reported while one task is ready", "LOP-6"),
  ENDS_WITH_ANOTHER_TASK("the run ends with the last task beside main", "LOP-5");

  private final String words;
  private final List<String> rules;

  Bug(String words, String... rules) {
    this.words = words;
    this.rules = List.of(rules);
  }

  /** The mistake in the words of the requirements' list. */
  public String words() {
    return words;
  }

  /** The ids of the rules that it breaks; the first is the one that a maintainer would name first. */
  public List<String> rules() {
    return rules;
  }
}
