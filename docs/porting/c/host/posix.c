/*
 * A POSIX host: the clock, and interrupts, which are real signals to the loop's thread or calls by another thread. How it
 * sleeps is in one of the files sleep_*.c. One loop for a process.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <signal.h>

#include "posix.h"

#define MICROSECONDS 1000000u
#define INTERRUPT (SIGRTMIN + 1)

static pthread_t loops_thread;
static bool signals;

/* True while a handler runs on the loop's thread. */
static volatile sig_atomic_t interrupted;

/* What one interrupt calls. Place HOST_ARMS is that of host_interrupt(). */
typedef struct {
  void (*call)(void *);
  void *what;
  _Atomic unsigned armed; /* how often anything was armed until then; 0 while it is not to be called */
  struct timespec due;
} interrupt;

static interrupt interrupts[HOST_ARMS + 1];
static volatile sig_atomic_t done;
static unsigned arms;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* between host_arm(), host_disarm() and the thread below */
static pthread_cond_t changed;

static struct timespec now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time;
}

struct timespec host_timespec(fanion_time ticks) {
  return (struct timespec){.tv_sec = ticks / MICROSECONDS, .tv_nsec = (long)(ticks % MICROSECONDS) * 1000};
}

static struct timespec later(struct timespec time, fanion_time ticks) {
  struct timespec more = host_timespec(ticks);
  long nanos = time.tv_nsec + more.tv_nsec;
  return (struct timespec){.tv_sec = time.tv_sec + more.tv_sec + nanos / 1000000000, .tv_nsec = nanos % 1000000000};
}

struct timespec host_deadline(fanion_time ticks) { return later(now(), ticks); }

static bool is_before(struct timespec a, struct timespec b) {
  return a.tv_sec < b.tv_sec || (a.tv_sec == b.tv_sec && a.tv_nsec < b.tv_nsec);
}

/* Microseconds in 32 bits. The first is such that the clock wraps round ten seconds after the start: each run crosses that. */
fanion_time fanion_platform_now(fanion_loop *loop) {
  (void)loop;
  static struct timespec first;
  struct timespec time = now();
  if (first.tv_sec == 0) {
    first = time;
  }
  int64_t micros = ((int64_t)time.tv_sec - first.tv_sec) * 1000000 + (time.tv_nsec - first.tv_nsec) / 1000;
  return (fanion_time)(micros - 10000000);
}

fanion_time host_ticks(unsigned milliseconds) {
  return milliseconds > FANION_LONGEST / 1000 ? FANION_FOREVER : (fanion_time)milliseconds * 1000;
}

pthread_t host_loops_thread(void) { return loops_thread; }

bool host_is_loops_thread(void) { return pthread_equal(pthread_self(), loops_thread); }

#ifdef FANION_GUARD
bool fanion_platform_is_loop(fanion_loop *loop) {
  (void)loop;
  return host_is_loops_thread() && !interrupted;
}
#endif

bool host_is_simulated(void) { return false; }

double host_milliseconds(void) { return 0; }

void host_hog(unsigned milliseconds) {
  struct timespec end = host_deadline(host_ticks(milliseconds));
  while (is_before(now(), end)) {
  }
}

/* The value of a signal is the place, and how often that was armed: an old signal finds another number, and is dropped. */
static void handle(int number, siginfo_t *info, void *context) {
  (void)number, (void)context;
  interrupt *it = &interrupts[(unsigned)info->si_value.sival_int % (HOST_ARMS + 1)];
  interrupted = true;
  if (it->armed != 0 && it->armed == (unsigned)info->si_value.sival_int / (HOST_ARMS + 1)) {
    it->armed = 0;
    it->call(it->what);
  }
  interrupted = false;
  done = true;
}

static void send(unsigned place) {
  union sigval value = {.sival_int = (int)(interrupts[place].armed * (HOST_ARMS + 1) + place)};
  while (pthread_sigqueue(loops_thread, INTERRUPT, value) == EAGAIN) {
    sched_yield();
  }
}

static void *call(void *it) {
  ((interrupt *)it)->call(((interrupt *)it)->what);
  return NULL;
}

void host_interrupt(void (*function)(void *), void *what) {
  interrupt *it = &interrupts[HOST_ARMS];
  it->call = function;
  it->what = what;
  it->armed = 1;
  done = false;
  if (signals) {
    send(HOST_ARMS);
    while (!done) {
      sched_yield();
    }
  } else {
    pthread_t thread;
    pthread_create(&thread, NULL, call, it);
    pthread_join(thread, NULL);
  }
}

/* The first interrupt that is armed, or null. */
static interrupt *first_armed(void) {
  interrupt *first = NULL;
  for (interrupt *it = interrupts; it < interrupts + HOST_ARMS; it++) {
    first = it->due.tv_sec != 0 && (first == NULL || is_before(it->due, first->due)) ? it : first;
  }
  return first;
}

/* The thread that lets armed interrupts come. */
static void *interrupter(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  for (;;) {
    interrupt *first = first_armed();
    if (first == NULL) {
      pthread_cond_wait(&changed, &lock);
    } else if (is_before(now(), first->due)) {
      struct timespec due = first->due;
      pthread_cond_timedwait(&changed, &lock, &due);
    } else {
      first->due.tv_sec = 0;
      if (signals) {
        send((unsigned)(first - interrupts));
      } else {
        first->call(first->what);
      }
    }
  }
  return NULL;
}

void host_arm(unsigned place, unsigned milliseconds, void (*function)(void *), void *what) {
  pthread_mutex_lock(&lock);
  interrupt *it = &interrupts[place];
  it->call = function;
  it->what = what;
  it->armed = ++arms % 1000000 + 1;
  it->due = host_deadline(host_ticks(milliseconds));
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&lock);
}

void host_disarm(void) {
  pthread_mutex_lock(&lock);
  for (interrupt *it = interrupts; it < interrupts + HOST_ARMS; it++) {
    it->due.tv_sec = 0;
    it->armed = 0;
  }
  pthread_mutex_unlock(&lock);
}

/* Threads that begin while signals are blocked here keep them blocked: interrupts reach the loop's thread alone. */
void host_start(bool by_signals) {
  loops_thread = pthread_self();
  signals = by_signals;
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&changed, &attributes);
  struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_RESTART};
  sigaction(INTERRUPT, &action, NULL);
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  pthread_t thread;
  pthread_create(&thread, NULL, interrupter, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}
