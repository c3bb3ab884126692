/*
 * A signal in the gap before sleep: `gap threads|signals ROUNDS`. The loop has nothing to do; its sleep has looked whether it was
 * woken, and has yet to begin. There a setter is let loose: a handler on the loop's thread, or another thread, which may have
 * to wait for a lock of the sleep. The wait must return all the same (LOP-4).
 */
//= LOP-4 type=test
#define _GNU_SOURCE
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../host/posix.h"

static fanion_loop loop;
static fanion_flag flag;
static fanion_task main_task;
static int rounds, gaps;
static bool by_signals;
static sem_t go;
static _Atomic int returned;

static void handle(int number) {
  (void)number;
  fanion_flag_set(&flag);
}

static void *setter(void *unused) {
  (void)unused;
  for (;;) {
    sem_wait(&go);
    fanion_flag_set(&flag);
    atomic_fetch_add(&returned, 1);
  }
  return NULL;
}

/* Once for each wait. */
void test_gap(void) {
  gaps++;
  if (by_signals) {
    raise(SIGUSR1);
  } else {
    sem_post(&go);
    for (int n = 0; n < 100 && atomic_load(&returned) < gaps; n++) {
      sched_yield();
    }
  }
}

static void waits(fanion_task *task) {
  static int round;
  FANION_BEGIN(task);
  for (round = 0; round < rounds; round++) {
    alarm(30);
    FANION_AWAIT(task, fanion_flag_wait(&flag, FANION_FOREVER));
  }
  FANION_END(task);
}

static void sleeps_on(int number) {
  (void)number;
  static const char text[] = "LOP-4: the loop sleeps on with a signal that came just before its sleep\n";
  ssize_t ignored = write(1, text, sizeof text - 1);
  (void)ignored;
  _exit(3);
}

int main(int count, char **arguments) {
  by_signals = count > 1 && strcmp(arguments[1], "signals") == 0;
  rounds = count > 2 ? atoi(arguments[2]) : 0;
  host_start(by_signals);
  sem_init(&go, 0, 0);
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  pthread_t thread;
  pthread_create(&thread, NULL, setter, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  struct sigaction action = {.sa_handler = handle}, alarm_action = {.sa_handler = sleeps_on};
  sigaction(SIGUSR1, &action, NULL);
  sigaction(SIGALRM, &alarm_action, NULL);
  fanion_loop_init(&loop);
  fanion_flag_init(&flag, &loop);
  fanion_spawn(&loop, &main_task, waits);
  fanion_end end = fanion_run(&loop);
  printf("gap %s: %d signals in %d gaps: %s\n", by_signals ? "signals" : "threads", rounds, gaps,
         end == FANION_ENDED && gaps >= rounds ? "as claimed" : "not as claimed");
  fflush(stdout);
  _exit(end == FANION_ENDED && gaps >= rounds ? 0 : 1);
}
