/*
 * A sleep that a signal ends, by ppoll's mask. The handler is an interrupt of the loop's own thread, as on a board with one
 * core: "interrupts off, look, sleep with interrupts on, as one step" is WFI's recipe too.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>

#include "posix.h"

/* 1 if the loop was woken since its last sleep returned. Orders nothing. */
static _Atomic uint32_t permit;

static void do_nothing(int number) { (void)number; }

__attribute__((constructor)) static void catch_urgent(void) {
  struct sigaction action = {.sa_handler = do_nothing};
  sigaction(SIGURG, &action, NULL);
}

void fanion_platform_wake(fanion_loop *loop) {
  (void)loop;
  atomic_store_explicit(&permit, 1, memory_order_relaxed);
  if (!host_is_loops_thread()) {
    pthread_kill(host_loops_thread(), SIGURG);
  }
}

/* What closes the gap: no handler runs between the look and the sleep, since ppoll lets signals in as one step with sleeping. */
void fanion_platform_sleep(fanion_loop *loop, fanion_time ticks) {
  (void)loop;
  struct timespec limit = host_timespec(ticks);
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  if (atomic_load_explicit(&permit, memory_order_relaxed) == 0) {
    HOST_GAP();
    ppoll(NULL, 0, ticks == FANION_FOREVER ? NULL : &limit, &before);
  }
  atomic_store_explicit(&permit, 0, memory_order_relaxed);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}
