/*
 * The flag: a signal into the loop from anywhere, and the loop's sleep, which have to agree.
 *
 * Each flag is a bit of the loop's word `raised`, which is the truth. Setters only put bits in. The loop only takes bits out,
 * each time by one exchange: a read and then a write could overwrite a set() that the loop never saw.
 *
 * Why no wake-up is lost (FLG-4, LOP-4). A setter has done everything when it has put its bit in and has learned whether the
 * loop sleeps; it depends on no other setter, and claims nothing. In design 1 both are one exchange, and so are the loop's
 * announcement of its sleep and its last look. One of the two comes first: either the last look finds the bit, or the setter
 * finds that the loop sleeps. In design 2 each side writes and then reads another word; docs/memory-orders.md says which
 * orders that needs, and orders.h has them.
 *
 * Why what was written is seen (FLG-11). Raising releases and consuming acquires; and `raised` changes by exchanges alone, by
 * whomever, so each of them hands on what earlier ones have released.
 *
 * The reference has a tree of hints, so that a flag's wake-up costs the same with a thousand flags. Here the word of the flags
 * is the hint, and no setter reads who waits: so nothing has to be registered before a wait blocks.
 */
#include "task.h"

/* The bit of no flag, by which the loop says in design 1 that it sleeps. */
#define ASLEEP ((fanion_word)(FANION_ALL ^ FANION_ALL >> 1))

//= FLG-1
bool fanion_flag_init(fanion_flag *flag, fanion_loop *loop) {
  if (loop->flag_count == FANION_FLAGS) {
    return false;
  }
  flag->loop = loop;
  flag->bit = (fanion_word)((fanion_word)1 << loop->flag_count);
  flag->waiter = NULL;
  fanion_queue_init(&flag->waiters);
  loop->flags[loop->flag_count++] = flag;
  return true;
}

/*
 * Any context, at any moment, also inside another call on the same flag. One exchange and at most one read, whatever others
 * do; then fanion_platform_wake(), if the loop sleeps.
 */
//= FLG-2, FLG-4, FLG-7, FLG-11, LOP-4
void fanion_flag_set(fanion_flag *flag) {
  fanion_loop *loop = flag->loop;
#if FANION_DESIGN == 1
  bool sleeps = (FANION_RAISE(&loop->raised, FANION_ALL, flag->bit) & ASLEEP) != 0; // Raise
#else
  FANION_RAISE(&loop->raised, FANION_ALL, flag->bit); // Raise
  FANION_FENCE_AFTER_RAISE();
  bool sleeps = FANION_ASK(&loop->asleep) != 0; // Ask
#endif
  if (sleeps) {
    fanion_platform_wake(loop); // Wake
  }
}

/* Takes back a signal on which the loop has not acted; takes back no wake-up. */
//= FLG-8, CTX-2
bool fanion_flag_clear(fanion_flag *flag) {
  if (!FANION_IS_LOOP(flag->loop)) {
    return false;
  }
  FANION_CLEAR(&flag->loop->raised, (fanion_word)~flag->bit, 0); // Clear
  return true;
}

/* Takes the signal, if there is one. */
//= FLG-5, FLG-6, FLG-11
static bool consume(fanion_flag *flag) {
  return (FANION_CONSUME(&flag->loop->raised, (fanion_word)~flag->bit, 0) & flag->bit) != 0; // Consume
}

/* Refuses a second waiter, before all else. On a set flag it goes on at once, whatever the limit. */
//= FLG-3, FLG-4, FLG-9, CAN-6, CTX-2
bool fanion_flag_wait(fanion_flag *flag, fanion_time limit) {
  fanion_loop *loop = flag->loop;
  if (!FANION_IS_LOOP(loop)) {
    return false;
  }
  fanion_task *task = loop->current;
  task->ending = flag->waiter != NULL ? FANION_REFUSED : FANION_WOKEN;
  if (task->ending == FANION_REFUSED || consume(flag)) {
    return false;
  }
  flag->waiter = task;
  task->flag = flag;
  loop->waited = (fanion_word)(loop->waited | flag->bit);
  fanion_task_block(task, &flag->waiters, limit); // a set() from here on is seen by the look behind this turn
  return true;
}

/* The waiter runs: it is the waiter no longer, and if it was woken, its return consumes the signal. */
//= FLG-5, FLG-9, FLG-10
void fanion_flag_leave(fanion_flag *flag, bool woken) {
  flag->waiter = NULL;
  if (woken) {
    consume(flag);
  }
}

/* Wakes the waiters of all raised flags. Costs one read while no flag that somebody waits on is raised. */
//= FLG-4, FLG-5, LOP-3, LOP-8
void fanion_flags_look(fanion_loop *loop) {
  fanion_word raised = (fanion_word)(FANION_LOOK(&loop->raised) & loop->waited);
  loop->waited = (fanion_word)(loop->waited & ~raised);
  for (uint8_t n = 0; raised >> n != 0; n++) {
    if ((raised >> n & 1) != 0) {
      fanion_queue_wake(&loop->flags[n]->waiters, loop); // Notice
    }
  }
}

/* Announces that the loop sleeps, looks once more, sleeps, and says that the loop is up. The last needs no order. */
//= LOP-4
void fanion_flags_sleep(fanion_loop *loop) {
#if FANION_DESIGN == 1
  fanion_word raised = FANION_ANNOUNCE(&loop->raised, FANION_ALL, ASLEEP); // Announce, LastLook
#else
  FANION_ANNOUNCE(&loop->asleep, 1); // Announce
  FANION_FENCE_AFTER_ANNOUNCE();
  fanion_word raised = FANION_LAST_LOOK(&loop->raised); // LastLook
#endif
  if ((raised & loop->waited) == 0) {
    fanion_platform_sleep(loop, fanion_timers_until_first(loop)); // Park
  }
#if FANION_DESIGN == 1
  fanion_exchange_relaxed(&loop->raised, (fanion_word)~ASLEEP, 0); // Up
#else
  fanion_store_relaxed(&loop->asleep, 0); // Up
#endif
}
