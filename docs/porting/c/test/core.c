/* What a conversation cannot show of the core: its edges, the end of a run, and what is left behind. On a clock of its own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/platform.h"

#define CHECK(claim) ((claim) ? (void)0 : failed(__LINE__, #claim))

static fanion_loop loop;
static fanion_event event;
static fanion_flag flag, many[FANION_FLAGS + 1];
static fanion_task tasks[4];
static fanion_time now, slept;
static int wakes, sleeps;
static bool interrupted;
static char said[64]; /* what tasks said, a letter for each */

static void failed(int line, const char *claim) {
  printf("test/core.c:%d: not so: %s (tasks said \"%s\")\n", line, claim, said);
  exit(1);
}

fanion_time fanion_platform_now(fanion_loop *it) {
  (void)it;
  return now;
}

void fanion_platform_wake(fanion_loop *it) {
  (void)it;
  wakes++;
}

/* The interrupt that ends a sleep without a limit sets the flag. */
void fanion_platform_sleep(fanion_loop *it, fanion_time ticks) {
  (void)it;
  sleeps++;
  slept = ticks;
  if (ticks == FANION_FOREVER) {
    fanion_flag_set(&flag);
  } else {
    now += ticks;
  }
}

bool fanion_platform_is_loop(fanion_loop *it) {
  (void)it;
  return !interrupted;
}

static void say(char letter) {
  size_t end = strlen(said);
  said[end] = letter;
  said[end + 1] = 0;
}

static char letter_of(const fanion_task *task) { return (char)('a' + (task - tasks)); }

/* Says its letter, and how its wait ended if that was otherwise: x cancelled, t timed out, r refused. */
static void tell(fanion_task *task) {
  static const char how[] = {[FANION_TIMED_OUT] = 't', [FANION_CANCELLED] = 'x', [FANION_REFUSED] = 'r'};
  say(letter_of(task));
  if (fanion_ended(task) != FANION_WOKEN) {
    say(how[fanion_ended(task)]);
  }
}

static fanion_end run(void (*a)(fanion_task *), void (*b)(fanion_task *), void (*c)(fanion_task *)) {
  void (*turns[])(fanion_task *) = {a, b, c};
  said[0] = 0;
  wakes = sleeps = 0;
  fanion_loop_init(&loop);
  fanion_event_init(&event, &loop);
  CHECK(fanion_flag_init(&flag, &loop));
  for (int n = 0; n < 3; n++) {
    if (turns[n] != NULL) {
      fanion_spawn(&loop, &tasks[n], turns[n]);
    }
  }
  return fanion_run(&loop);
}

static fanion_time limit;

static void sleeps_once(fanion_task *task) {
  FANION_BEGIN(task);
  FANION_AWAIT(task, fanion_sleep(&loop, limit));
  tell(task);
  FANION_END(task);
}

static void sleeps_twice_as_long(fanion_task *task) {
  FANION_BEGIN(task);
  FANION_AWAIT(task, fanion_sleep(&loop, 2 * limit));
  tell(task);
  FANION_END(task);
}

static void waits(fanion_task *task) {
  FANION_BEGIN(task);
  FANION_AWAIT(task, fanion_event_wait(&event, FANION_FOREVER));
  tell(task);
  FANION_END(task);
}

static void waits_for_the_flag(fanion_task *task) {
  FANION_BEGIN(task);
  FANION_AWAIT(task, fanion_flag_wait(&flag, FANION_FOREVER));
  tell(task);
  FANION_END(task);
}

static void waits_for_ever(fanion_task *task) {
  FANION_BEGIN(task);
  for (;;) {
    FANION_AWAIT(task, fanion_event_wait(&event, 1000));
    tell(task);
  }
  FANION_END(task);
}

static void yields_twice(fanion_task *task) {
  FANION_BEGIN(task);
  FANION_AWAIT(task, fanion_yield(&loop));
  tell(task);
  FANION_AWAIT(task, fanion_yield(&loop));
  tell(task);
  FANION_END(task);
}

static void ends(fanion_task *task) { tell(task); }

static void ends_after_a_turn(fanion_task *task) {
  FANION_BEGIN(task);
  FANION_AWAIT(task, fanion_yield(&loop));
  FANION_END(task);
}

static void spawns_at_the_end(fanion_task *task) {
  FANION_BEGIN(task);
  FANION_AWAIT(task, fanion_event_wait(&event, FANION_FOREVER));
  tell(task);
  fanion_spawn(&loop, &tasks[3], ends);
  FANION_END(task);
}

static void equal_deadlines_end_in_the_order_in_which_they_were_set(void) { //= LOP-2 type=test
  limit = 10;
  CHECK(run(sleeps_twice_as_long, sleeps_once, sleeps_once) == FANION_ENDED);
  CHECK(strcmp(said, "bca") == 0);
  CHECK(fanion_next_live(&loop, NULL) == NULL && loop.timers.next == &loop.timers);
}

static void the_clock_may_wrap_round(void) { //= LOP-2 type=test
  now = FANION_FOREVER - 5;
  limit = 10;
  CHECK(run(sleeps_twice_as_long, sleeps_once, NULL) == FANION_ENDED);
  CHECK(strcmp(said, "ba") == 0 && now == 14);
}

static void the_longest_limit_counts_and_a_longer_one_has_no_end(void) { //= LOP-2 type=test
  limit = FANION_LONGEST;
  CHECK(run(sleeps_once, NULL, NULL) == FANION_ENDED);
  CHECK(slept == FANION_LONGEST);
  limit = FANION_LONGEST + 1;
  CHECK(run(sleeps_once, NULL, NULL) == FANION_DEADLOCK);
}

static void a_deadlock_names_whoever_is_alive(void) { //= LOP-6 type=test
  CHECK(run(waits, ends, waits) == FANION_DEADLOCK);
  CHECK(fanion_next_live(&loop, NULL) == &tasks[0]);
  CHECK(fanion_next_live(&loop, &tasks[0]) == &tasks[2] && fanion_is_blocked(&tasks[2]));
  CHECK(fanion_next_live(&loop, &tasks[2]) == NULL);
  fanion_finish(&loop);
  CHECK(strcmp(said, "baxcx") == 0 && fanion_next_live(&loop, NULL) == NULL);
}

static void what_waits_on_when_main_has_ended_is_dropped(void) { //= LOP-5 type=test
  CHECK(run(ends_after_a_turn, waits_for_ever, yields_twice) == FANION_ENDED);
  CHECK(strcmp(said, "cxbxcbx") == 0); // b waits again, is cancelled once more, waits again, and is dropped
  CHECK(loop.timers.next == &loop.timers && event.waiters.tasks.next == &event.waiters.tasks);
}

static void who_is_spawned_when_main_has_ended_begins_cancelled(void) { //= LOP-5 type=test
  CHECK(run(ends_after_a_turn, spawns_at_the_end, NULL) == FANION_ENDED);
  CHECK(strcmp(said, "bxdx") == 0);
}

static void a_set_behind_the_end_wakes_nobody(void) { //= FLG-2 type=test
  CHECK(run(waits_for_the_flag, NULL, NULL) == FANION_ENDED);
  CHECK(wakes == 1 && sleeps == 1 && slept == FANION_FOREVER);
  fanion_flag_set(&flag);
  CHECK(wakes == 1);
}

static void cancels_itself(fanion_task *task) { CHECK(!fanion_cancel(task)); }

static void a_task_cannot_cancel_itself(void) { //= CAN-3 type=test
  CHECK(run(cancels_itself, NULL, NULL) == FANION_ENDED);
}

static void waits_for_the_last_flag(fanion_task *task) {
  FANION_BEGIN(task);
  for (size_t n = 0; n < FANION_FLAGS - 1; n++) {
    CHECK(fanion_flag_init(&many[n], &loop));
    fanion_flag_set(&many[n]);
  }
  CHECK(!fanion_flag_init(&many[FANION_FLAGS], &loop));
  CHECK(!fanion_flag_wait(&many[FANION_FLAGS - 2], FANION_FOREVER));
  FANION_AWAIT(task, fanion_flag_wait(&many[FANION_FLAGS - 2], 5));
  tell(task);
  FANION_END(task);
}

static void a_loop_has_as_many_flags_as_its_word_has_bits_but_one(void) { //= FLG-3 type=test, FLG-7 type=test
  CHECK(run(waits_for_the_last_flag, NULL, NULL) == FANION_ENDED);
  CHECK(strcmp(said, "at") == 0 && wakes == 0 && sleeps == 1); // flags on which nobody waits keep nobody up
}

static void off_the_loop_everything_but_set_is_refused(void) { //= CTX-1 type=test, CTX-2 type=test
  fanion_event_set(&event);
  fanion_flag_set(&flag);
  interrupted = true;
  CHECK(!fanion_event_clear(&event) && fanion_event_is_set(&event));
  CHECK(!fanion_flag_clear(&flag) && !fanion_flag_wait(&flag, FANION_FOREVER) && !fanion_event_wait(&event, 1));
  interrupted = false;
  CHECK(fanion_event_clear(&event) && !fanion_event_is_set(&event) && fanion_flag_clear(&flag));
  interrupted = true;
  CHECK(!fanion_event_set(&event) && !fanion_event_is_set(&event));
  interrupted = false;
}

int main(void) {
  equal_deadlines_end_in_the_order_in_which_they_were_set();
  the_clock_may_wrap_round();
  the_longest_limit_counts_and_a_longer_one_has_no_end();
  a_deadlock_names_whoever_is_alive();
  what_waits_on_when_main_has_ended_is_dropped();
  who_is_spawned_when_main_has_ended_begins_cancelled();
  a_set_behind_the_end_wakes_nobody();
  a_task_cannot_cancel_itself();
  a_loop_has_as_many_flags_as_its_word_has_bits_but_one();
  off_the_loop_everything_but_set_is_refused();
  printf("the core's edges, design %d: as claimed\n", FANION_DESIGN);
}
