/*
 * Real threads and real signals as setters. `stress NAME ROUNDS`, where NAME is one of
 *
 *   pairs    two setters, one after the other; then the wait that takes both signals reads what both wrote
 *   alone    one setter, which waits until its signal was answered: each round goes by the loop's sleep
 *   crowd    four setters as fast as they can; each wait reads their counters until it has seen the last of all
 *   signals  the same by a handler on the loop's own thread, which another thread keeps interrupting
 *
 * What setters write is plain, so that ThreadSanitizer complains where nothing makes it visible (FLG-11). A lost wake-up ends
 * the process with status 3: for ten seconds the loop has slept on though a setter has returned.
 */
//= FLG-2 type=test, FLG-4 type=test, FLG-11 type=test, LOP-4 type=test
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../host/posix.h"

#define CROWD 4

static fanion_loop loop;
static fanion_flag flag;
static fanion_task main_task;
static uint32_t rounds;

/* Plain: written before a set(), read behind the wait that takes its signal. */
static uint32_t payload[CROWD];

/* How far a setter or the loop has come. Where nothing else is said these order nothing, so that the flag alone does. */
typedef struct {
  _Atomic uint32_t is;
  char apart[60];
} step;

static step begun, answered, returned[CROWD];

static uint32_t get(step *it, memory_order order) {
  return order == memory_order_acquire ? atomic_load_explicit(&it->is, memory_order_acquire)
                                       : atomic_load_explicit(&it->is, memory_order_relaxed);
}

static void await(step *it, uint32_t value, memory_order order) {
  for (unsigned spins = 0; get(it, order) < value; spins++) {
    if (spins % 64 == 63) {
      sched_yield();
    }
  }
}

static void put(step *it, uint32_t value, memory_order order) {
  if (order == memory_order_release) {
    atomic_store_explicit(&it->is, value, memory_order_release);
  } else {
    atomic_store_explicit(&it->is, value, memory_order_relaxed);
  }
}

static void start(void *(*function)(void *), void *what) {
  pthread_t thread;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  pthread_create(&thread, NULL, function, what);
  pthread_detach(thread);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void fail(const char *what, uint32_t round) {
  printf("%s, in round %u\n", what, round);
  fflush(stdout);
  _exit(3);
}

/* pairs: the second setter begins when the first has returned, but nothing orders the two. */

static void *setter_of_a_pair(void *which) {
  size_t n = *(size_t *)which;
  for (uint32_t round = 1; round <= rounds; round++) {
    await(&begun, round, memory_order_acquire); // what the loop read of the last round stands before what is written now
    if (n == 1) {
      await(&returned[0], round, memory_order_relaxed);
    }
    payload[n] = round;
    fanion_flag_set(&flag);
    put(&returned[n], round, memory_order_relaxed);
  }
  return NULL;
}

static void reads_pairs(fanion_task *task) {
  static uint32_t round;
  FANION_BEGIN(task);
  for (round = 1; round <= rounds; round++) {
    put(&begun, round, memory_order_release);
    await(&returned[1], round, memory_order_relaxed);
    FANION_AWAIT(task, fanion_flag_wait(&flag, FANION_FOREVER));
    if (payload[0] != round || payload[1] != round) {
      fail("FLG-11: what a setter wrote was not seen", round);
    }
  }
  FANION_END(task);
}

/* alone */

static void *lone_setter(void *unused) {
  (void)unused;
  unsigned random = 1;
  for (uint32_t round = 1; round <= rounds; round++) {
    random = random * 1103515245 + 12345;
    for (volatile unsigned n = 0; n < (random >> 16) % 64; n++) { // a while, not always the same: until the loop falls asleep
    }
    payload[0] = round;
    fanion_flag_set(&flag);
    put(&returned[0], round, memory_order_relaxed);
    await(&answered, round, memory_order_acquire);
  }
  return NULL;
}

static void answers(fanion_task *task) {
  static uint32_t round;
  FANION_BEGIN(task);
  for (round = 1; round <= rounds; round++) {
    FANION_AWAIT(task, fanion_flag_wait(&flag, FANION_FOREVER));
    if (payload[0] != round) {
      fail("FLG-11: what the setter wrote was not seen", round);
    }
    put(&answered, round, memory_order_release);
  }
  FANION_END(task);
}

/* crowd, signals */

static void *setter_of_a_crowd(void *which) {
  size_t n = *(size_t *)which;
  for (uint32_t round = 1; round <= rounds; round++) {
    put(&returned[n], round, memory_order_relaxed);
    fanion_flag_set(&flag);
  }
  return NULL;
}

static unsigned setters;

static void hears_all(fanion_task *task) {
  static uint32_t wakes, last;
  FANION_BEGIN(task);
  do {
    FANION_AWAIT(task, fanion_flag_wait(&flag, FANION_FOREVER));
    wakes++;
    last = rounds;
    for (unsigned n = 0; n < setters; n++) {
      uint32_t seen = get(&returned[n], memory_order_relaxed);
      last = seen < last ? seen : last;
    }
  } while (last < rounds);
  if (wakes > (uint64_t)rounds * setters) {
    fail("FLG-6: more returns than sets", wakes);
  }
  FANION_END(task);
}

static void handle(int number) {
  (void)number;
  uint32_t round = get(&returned[0], memory_order_relaxed);
  if (round < rounds) {
    put(&returned[0], round + 1, memory_order_relaxed);
    fanion_flag_set(&flag);
  }
}

static void *signaller(void *loops_thread) {
  unsigned random = 1;
  while (get(&returned[0], memory_order_relaxed) < rounds) {
    pthread_kill(*(pthread_t *)loops_thread, SIGUSR1);
    random = random * 1103515245 + 12345;
    for (volatile unsigned n = 0; n < (random >> 16) % 4096; n++) {
    }
  }
  return NULL;
}

static void hears_signals(fanion_task *task) {
  FANION_BEGIN(task);
  do {
    FANION_AWAIT(task, fanion_flag_wait(&flag, FANION_FOREVER));
  } while (get(&returned[0], memory_order_relaxed) < rounds);
  FANION_END(task);
}

/* Tells a lost wake-up: the same signal is there, and setters have come no further, for ten looks of a second each. */
static void *watch(void *unused) {
  (void)unused;
  uint64_t last = 0;
  for (int looks = 0; looks < 10; looks++) {
    struct timespec second = {.tv_sec = 1};
    nanosleep(&second, NULL);
    uint64_t progress = get(&begun, memory_order_relaxed) + get(&answered, memory_order_relaxed);
    for (int n = 0; n < CROWD; n++) {
      progress += get(&returned[n], memory_order_relaxed);
    }
    looks = progress != last || (atomic_load(&loop.raised) & flag.bit) == 0 ? 0 : looks;
    last = progress;
  }
  fail("FLG-4, LOP-4: the loop sleeps on with the signal of a setter that has returned", get(&returned[0], memory_order_relaxed));
  return NULL;
}

int main(int count, char **arguments) {
  static size_t numbers[CROWD] = {0, 1, 2, 3};
  static pthread_t self;
  const char *name = count > 2 ? arguments[1] : "";
  rounds = count > 2 ? (uint32_t)strtoul(arguments[2], NULL, 10) : 0;
  self = pthread_self();
  host_start(false);
  fanion_loop_init(&loop);
  fanion_flag_init(&flag, &loop);
  void (*turn)(fanion_task *) = hears_all;
  if (strcmp(name, "pairs") == 0) {
    turn = reads_pairs;
    start(setter_of_a_pair, &numbers[0]);
    start(setter_of_a_pair, &numbers[1]);
  } else if (strcmp(name, "alone") == 0) {
    turn = answers;
    start(lone_setter, NULL);
  } else if (strcmp(name, "crowd") == 0) {
    setters = CROWD;
    for (size_t n = 0; n < CROWD; n++) {
      start(setter_of_a_crowd, &numbers[n]);
    }
  } else if (strcmp(name, "signals") == 0) {
    turn = hears_signals;
    struct sigaction action = {.sa_handler = handle};
    sigaction(SIGUSR1, &action, NULL);
    start(signaller, &self);
  } else {
    fprintf(stderr, "usage: stress pairs|alone|crowd|signals ROUNDS\n");
    return 2;
  }
  start(watch, NULL);
  fanion_spawn(&loop, &main_task, turn);
  fanion_end end = fanion_run(&loop);
  printf("%s, %u rounds: %s\n", name, rounds, end == FANION_ENDED ? "as claimed" : "a deadlock");
  fflush(stdout);
  _exit(end == FANION_ENDED ? 0 : 1);
}
