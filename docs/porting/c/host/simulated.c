/*
 * A host whose clock is a number: time passes when the loop sleeps or is kept busy, and armed interrupts come on the way. A tick
 * is a microsecond, and FANION_TIME has 64 bits, since the suite asks for hours where they take no time. Only a storm, whose
 * setters are threads, makes it wait in earnest.
 */
#define _GNU_SOURCE
#include <sched.h>

#include "host.h"

static uint64_t micros;
static bool interrupted;
static _Atomic uint32_t permit;

static struct {
  void (*call)(void *);
  void *what;
  uint64_t due; /* 0: not armed */
} armed[HOST_ARMS];

static void call_interrupt(void (*call)(void *), void *what) {
  interrupted = true;
  call(what);
  interrupted = false;
}

/* The place of the first interrupt that is due by then, or HOST_ARMS. */
static unsigned first_due(uint64_t end) {
  unsigned first = HOST_ARMS;
  for (unsigned n = 0; n < HOST_ARMS; n++) {
    if (armed[n].due != 0 && armed[n].due <= end && (first == HOST_ARMS || armed[n].due < armed[first].due)) {
      first = n;
    }
  }
  return first;
}

/* Lets time pass until a moment, or until an interrupt has woken a loop that sleeps. */
static void pass(uint64_t end, bool asleep) {
  for (unsigned n = first_due(end); n < HOST_ARMS; n = first_due(end)) {
    micros = armed[n].due;
    armed[n].due = 0;
    call_interrupt(armed[n].call, armed[n].what);
    if (asleep && atomic_load_explicit(&permit, memory_order_relaxed) != 0) {
      return;
    }
  }
  micros = end == UINT64_MAX ? micros : end;
}

fanion_time fanion_platform_now(fanion_loop *loop) {
  (void)loop;
  return (fanion_time)micros;
}

void fanion_platform_wake(fanion_loop *loop) {
  (void)loop;
  atomic_store_explicit(&permit, 1, memory_order_relaxed);
}

void fanion_platform_sleep(fanion_loop *loop, fanion_time ticks) {
  (void)loop;
  if (atomic_load_explicit(&permit, memory_order_relaxed) == 0) {
    pass(ticks == FANION_FOREVER ? UINT64_MAX : micros + ticks, true);
  }
  while (ticks == FANION_FOREVER && atomic_load_explicit(&permit, memory_order_relaxed) == 0) {
    sched_yield();
  }
  atomic_store_explicit(&permit, 0, memory_order_relaxed);
}

#ifdef FANION_GUARD
bool fanion_platform_is_loop(fanion_loop *loop) {
  (void)loop;
  return !interrupted;
}
#endif

void host_start(bool by_signals) { (void)by_signals; }

void host_interrupt(void (*call)(void *), void *what) { call_interrupt(call, what); }

void host_arm(unsigned place, unsigned milliseconds, void (*call)(void *), void *what) {
  armed[place].call = call;
  armed[place].what = what;
  armed[place].due = micros + (uint64_t)milliseconds * 1000;
}

void host_disarm(void) {
  for (unsigned n = 0; n < HOST_ARMS; n++) {
    armed[n].due = 0;
  }
}

void host_hog(unsigned milliseconds) { pass(micros + (uint64_t)milliseconds * 1000, false); }

bool host_is_simulated(void) { return true; }

double host_milliseconds(void) { return (double)micros / 1000; }

fanion_time host_ticks(unsigned milliseconds) { return (fanion_time)milliseconds * 1000; }
