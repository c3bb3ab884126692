/*
 * A sleep by a condition variable (POSIX). For threads only: it takes a lock, so a signal handler that interrupts the loop
 * inside it would wait for ever. And a setter that stops while it holds the lock holds up the others (FLG-2, FLG-4): where
 * threads can be stopped half-way, take another sleep.
 */
#define _GNU_SOURCE
#include <pthread.h>

#include "posix.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed;
static bool permit;

__attribute__((constructor)) static void on_the_loops_clock(void) {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&changed, &attributes);
}

void fanion_platform_wake(fanion_loop *loop) {
  (void)loop;
  pthread_mutex_lock(&lock);
  permit = true;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&lock);
}

/* What closes the gap: the permit is read under the lock, which the wait gives back as one step with joining. */
void fanion_platform_sleep(fanion_loop *loop, fanion_time ticks) {
  (void)loop;
  struct timespec until = host_deadline(ticks);
  pthread_mutex_lock(&lock);
  bool given = permit;
  HOST_GAP();
  if (!given && ticks == FANION_FOREVER) {
    pthread_cond_wait(&changed, &lock);
  } else if (!given) {
    pthread_cond_timedwait(&changed, &lock, &until);
  }
  permit = false;
  pthread_mutex_unlock(&lock);
}
