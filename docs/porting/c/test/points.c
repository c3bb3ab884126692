/*
 * Interrupts at every point. The core is built so that it calls test_point() before each access to a shared word, and so does
 * the platform below. A run has a program of tasks and one or two interrupts, each at a numbered point; points inside an
 * interrupt count too, so that one can interrupt another inside set(). A setter may also stop after some of its accesses, as one
 * on another core may, and go on at a later point, or never. All of this is tried, one run after another: no thread, no clock,
 * no luck.
 *
 * Claims of each run: the loop does not sleep on with the signal of a setter that has returned (FLG-4, LOP-4); a wait returns
 * no more often than set() was called (FLG-6); a signal that the waiter did not take is still there (FLG-5, CAN-2, CAN-5).
 */
//= FLG-2 type=test, FLG-4 type=test, FLG-5 type=test, FLG-6 type=test, FLG-9 type=test, LOP-4 type=test
#define _XOPEN_SOURCE 700
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

#include "../core/platform.h"

#define INTERRUPTS 2
#define NEVER 1000000

/* The plan of a run. */
typedef struct {
  int at;          /* the point */
  int flag;        /* which flag it sets */
  int stops_after; /* how many of its accesses it makes before it stops, or NEVER */
  int goes_on_at;  /* the point, or NEVER */
} interrupt;

static interrupt plan[INTERRUPTS];
static int planned;

/* Each setter has a stack of its own, so that it can stop. */
static enum { TO_COME, RUNS, STOPPED, RETURNED } setter[INTERRUPTS];
static int accesses_left[INTERRUPTS];
static ucontext_t inside[INTERRUPTS], outside[INTERRUPTS];
static char stacks[INTERRUPTS][1 << 16];
static int running; /* which of them, or NOBODY */
#define NOBODY (-1)

/* The run. */
static int points;
static jmp_buf over;
static fanion_loop loop;
static fanion_flag flags[2];
static fanion_event event;
static fanion_task tasks[3];
static fanion_time now;
static bool permit;
static int called[2], returned[2]; /* the setters of each flag: the number of the last that has raised it, and returned */
static int covered[2];             /* up to which of them a wait or a clear has taken */
static int wakes[2];
static const char *complaint;

static void complain(const char *what) {
  complaint = what;
  longjmp(over, 1);
}

static void sets(int n) {
  int flag = plan[n].flag, number = ++called[flag];
  fanion_flag_set(&flags[flag]);
  returned[flag] = returned[flag] < number ? number : returned[flag];
  setter[n] = RETURNED;
}

/* Lets a setter run until it has returned or stops, and then whoever was running. */
static void let_run(int n) {
  int before = running;
  if (setter[n] == TO_COME) {
    accesses_left[n] = plan[n].stops_after;
    getcontext(&inside[n]);
    inside[n].uc_stack.ss_sp = stacks[n];
    inside[n].uc_stack.ss_size = sizeof stacks[n];
    inside[n].uc_link = &outside[n];
    makecontext(&inside[n], (void (*)(void))sets, 1, n);
  }
  setter[n] = RUNS;
  running = n;
  swapcontext(&outside[n], &inside[n]);
  running = before;
}

void test_point(void) {
  if (running != NOBODY && accesses_left[running]-- == 0) {
    setter[running] = STOPPED;
    swapcontext(&inside[running], &outside[running]);
  }
  int here = points++;
  for (int n = 0; n < planned; n++) {
    if (here == (setter[n] == TO_COME ? plan[n].at : setter[n] == STOPPED ? plan[n].goes_on_at : NEVER)) {
      let_run(n);
    }
  }
}

/* Lets a setter run that is still to come or to go on, if nothing else happens. */
static void let_late_run(int n) {
  if (setter[n] == TO_COME || (setter[n] == STOPPED && plan[n].goes_on_at != NEVER)) {
    let_run(n);
  }
}

static bool is_raised(int f) { return (atomic_load(&loop.raised) & flags[f].bit) != 0; }

fanion_time fanion_platform_now(fanion_loop *it) {
  (void)it;
  return now;
}

void fanion_platform_wake(fanion_loop *it) {
  (void)it;
  test_point();
  permit = true;
}

#ifdef FANION_NO_RMW
/* A critical section: no interrupt comes inside. */
fanion_word fanion_platform_exchange(fanion_shared *word, fanion_word keep, fanion_word add) {
  fanion_word was = atomic_load(word);
  atomic_store(word, (fanion_word)((was & keep) | add));
  return was;
}
#endif

/* A sleep that remembers. When nothing else is left the interrupts that are still to come come; then nothing ends it. */
void fanion_platform_sleep(fanion_loop *it, fanion_time ticks) {
  (void)it;
  test_point();
  for (int n = 0; n < 2 * planned && !permit && ticks == FANION_FOREVER; n++) {
    let_late_run(n / 2); // twice, for one that stops
  }
  if (!permit && ticks == FANION_FOREVER) {
    for (int f = 0; f < 2; f++) {
      if (returned[f] > covered[f] && (flags[f].waiter != NULL || !is_raised(f))) {
        complain(flags[f].waiter != NULL ? "FLG-4: the loop sleeps on with the signal of a setter that has returned"
                                         : "FLG-7: a signal was not kept");
      }
    }
    longjmp(over, 1); // all is well, and nothing more will happen
  }
  now += permit ? 0 : ticks;
  permit = false;
}

/* A wait on a flag has ended. */
static void left(fanion_task *task, int f) {
  if (fanion_ended(task) == FANION_WOKEN) {
    covered[f] = called[f];
    if (++wakes[f] > called[f]) {
      complain("FLG-6: a wait returned more often than set() was called");
    }
  } else if (fanion_ended(task) == FANION_REFUSED) {
    complain("FLG-10: a wait was refused though nobody else waits");
  } else if (returned[f] > covered[f] && !is_raised(f)) {
    complain("CAN-5, CAN-2: a wait that did not return has consumed a signal");
  }
}

/* Waits on its flag again and again. */
static void waits(fanion_task *task) {
  int f = task == &tasks[1];
  FANION_BEGIN(task);
  for (;;) {
    FANION_AWAIT(task, fanion_flag_wait(&flags[f], FANION_FOREVER));
    left(task, f);
  }
  FANION_END(task);
}

static int rounds[3];

/* The same with limits, a few times; then without. */
static void waits_a_while(fanion_task *task) {
  FANION_BEGIN(task);
  for (rounds[0] = 0;; rounds[0]++) {
    FANION_AWAIT(task, fanion_flag_wait(&flags[0], rounds[0] < 3 ? 1 : FANION_FOREVER));
    left(task, 0);
  }
  FANION_END(task);
}

/* Cancels the first task, a few times, with a turn between. */
static void cancels(fanion_task *task) {
  FANION_BEGIN(task);
  for (rounds[1] = 0; rounds[1] < 3; rounds[1]++) {
    FANION_AWAIT(task, fanion_yield(&loop));
    fanion_cancel(&tasks[0]);
  }
  FANION_AWAIT(task, fanion_event_wait(&event, FANION_FOREVER));
  FANION_END(task);
}

/* Clears the flag, a few times. A clear takes what has been called; a wake-up that is under way stays. */
static void clears(fanion_task *task) {
  FANION_BEGIN(task);
  for (rounds[1] = 0; rounds[1] < 3; rounds[1]++) {
    FANION_AWAIT(task, fanion_yield(&loop));
    fanion_flag_clear(&flags[0]);
    covered[0] = called[0];
  }
  FANION_AWAIT(task, fanion_event_wait(&event, FANION_FOREVER));
  FANION_END(task);
}

/* Tries to wait where another task does. */
static void intrudes(fanion_task *task) {
  FANION_BEGIN(task);
  for (rounds[2] = 0; rounds[2] < 4; rounds[2]++) {
    if (flags[0].waiter == &tasks[0]) {
      FANION_AWAIT(task, fanion_flag_wait(&flags[0], FANION_FOREVER));
      if (fanion_ended(task) != FANION_REFUSED) {
        complain("FLG-9: a second waiter was not refused");
      }
    }
    FANION_AWAIT(task, fanion_yield(&loop));
  }
  FANION_AWAIT(task, fanion_event_wait(&event, FANION_FOREVER));
  FANION_END(task);
}

static const struct {
  const char *name;
  void (*turns[3])(fanion_task *);
} programs[] = {
    {"one waits", {waits}},
    {"two wait on two flags", {waits, waits}},
    {"one waits with limits", {waits_a_while}},
    {"one is cancelled", {waits, NULL, cancels}},
    {"one clears", {waits, NULL, clears}},
    {"one intrudes", {waits, NULL, intrudes}},
};

static void run(unsigned program) {
  points = 0;
  running = NOBODY;
  permit = false;
  now = FANION_FOREVER - 1;
  for (int f = 0; f < 2; f++) {
    called[f] = returned[f] = covered[f] = wakes[f] = 0;
  }
  for (int n = 0; n < INTERRUPTS; n++) {
    setter[n] = TO_COME;
  }
  complaint = NULL;
  if (setjmp(over) == 0) {
    fanion_loop_init(&loop);
    fanion_event_init(&event, &loop);
    fanion_flag_init(&flags[0], &loop);
    fanion_flag_init(&flags[1], &loop);
    for (int t = 0; t < 3; t++) {
      if (programs[program].turns[t] != NULL) {
        fanion_spawn(&loop, &tasks[t], programs[program].turns[t]);
      }
    }
    fanion_run(&loop);
    complaint = "LOP-5: the run has ended though main has not";
  }
}

static long runs;

/* Runs a plan and returns how many points the run had. Ends the process with the plan if a claim fails. */
static int try(unsigned program) {
  run(program);
  runs++;
  if (complaint != NULL) {
    printf("%s\n  %s;", complaint, programs[program].name);
    for (int n = 0; n < planned; n++) {
      printf(" set() of flag %d at point %d", plan[n].flag, plan[n].at);
      if (plan[n].stops_after != NEVER) {
        printf(", which stops after %d accesses", plan[n].stops_after);
      }
      if (plan[n].goes_on_at != NEVER) {
        printf(" and goes on at point %d", plan[n].goes_on_at);
      }
      printf(";");
    }
    printf(" run %ld, design %d\n", runs, FANION_DESIGN);
    exit(1);
  }
  return points;
}

/* Two setters. The first may stop for ever. */
static void try_pairs(unsigned program, int last) {
  static const int stops[] = {NEVER, 1, 2};
  planned = 2;
  for (int choice = 0; choice < 2 * 2 * 3; choice++) {
    plan[0] = (interrupt){0, choice % 2, stops[choice / 4], NEVER};
    plan[1] = (interrupt){0, choice / 2 % 2, NEVER, NEVER};
    for (plan[0].at = 0; plan[0].at <= last; plan[0].at++) {
      int end = last;
      for (plan[1].at = 0; plan[1].at <= end; plan[1].at++) {
        int had = try(program);
        end = had > end ? had : end;
      }
    }
  }
}

/* One setter, on another core: the loop goes on while it stands still. */
static void try_slow_ones(unsigned program, int last) {
  planned = 1;
  for (int stop = 1; stop <= 2; stop++) {
    for (int at = 0; at <= last; at++) {
      plan[0] = (interrupt){at, 0, stop, at};
      for (int end = last; plan[0].goes_on_at <= end; plan[0].goes_on_at++) {
        int had = try(program);
        end = had > end ? had : end;
      }
    }
  }
}

int main(void) {
  for (unsigned program = 0; program < sizeof programs / sizeof *programs; program++) {
    planned = 0;
    int last = try(program);
    try_pairs(program, last);
    try_slow_ones(program, last);
  }
  printf("design %d: %ld runs, each as claimed\n", FANION_DESIGN, runs);
}
