/* Storms, by threads. */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>

#include "host.h"

#define MOST 64

static struct {
  fanion_flag *flag;
  unsigned setters, sets;
  pthread_t threads[MOST];
  _Atomic uint32_t counters[MOST]; /* relaxed: the flag alone makes them seen */
} storm;

bool host_can_storm(void) { return true; }

static void *set_often(void *counter) {
  for (uint32_t n = 1; n <= storm.sets; n++) {
    atomic_store_explicit((_Atomic uint32_t *)counter, n, memory_order_relaxed);
    fanion_flag_set(storm.flag);
  }
  return NULL;
}

/* The setters keep signals blocked, so that these reach the loop's thread alone. */
void host_storm_begin(fanion_flag *flag, unsigned setters, unsigned sets) {
  storm.flag = flag;
  storm.setters = setters < MOST ? setters : MOST;
  storm.sets = sets;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  for (unsigned n = 0; n < storm.setters; n++) {
    atomic_store_explicit(&storm.counters[n], 0, memory_order_relaxed);
    pthread_create(&storm.threads[n], NULL, set_often, &storm.counters[n]);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

bool host_storm_is_over(void) {
  for (unsigned n = 0; n < storm.setters; n++) {
    if (atomic_load_explicit(&storm.counters[n], memory_order_relaxed) != storm.sets) {
      return false;
    }
  }
  return true;
}

void host_storm_end(void) {
  for (unsigned n = 0; n < storm.setters; n++) {
    pthread_join(storm.threads[n], NULL);
  }
}
