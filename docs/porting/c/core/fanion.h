/*
 * Events, interrupt-safe flags, and a cooperative loop for stackless tasks: freestanding C11, no allocation, no recursion.
 *
 * All memory is the caller's: a loop, its events, its flags and its tasks are structs whose members nobody else touches, and
 * which stay where they are until the run has ended. Rules such as FLG-5 are in docs/semantics.md. The design is that of the
 * Java reference, but for the flags: see flag.c.
 *
 * Threads: fanion_flag_set() may be called in any context at any moment. Everything else is for the loop: for tasks in their
 * turns, or for whoever is about to run the loop. With FANION_GUARD anybody else is refused where that is told below.
 */
#ifndef FANION_H
#define FANION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "orders.h"

#ifndef FANION_TIME
#define FANION_TIME uint32_t
#endif

/* Ticks of the platform's clock: a moment, or a span. Unsigned; it wraps round. */
typedef FANION_TIME fanion_time;

#define FANION_FOREVER ((fanion_time)~(fanion_time)0)
/* The longest span that is told from one in the past. A longer limit or sleep has no end: too late, but not too early. */
#define FANION_LONGEST ((fanion_time)(FANION_FOREVER / 2))

/* How many flags a loop can have: one bit of a fanion_word for each, and one to say that the loop sleeps. */
#define FANION_FLAGS (8 * sizeof(fanion_word) - 1)

typedef struct fanion_link fanion_link;
typedef struct fanion_task fanion_task;
typedef struct fanion_loop fanion_loop;
typedef struct fanion_flag fanion_flag;

/* A member of a circular list, or its head. Null while in no list. */
struct fanion_link {
  fanion_link *prev, *next;
};

/* Tasks in the order in which they came, and how often they were woken together. */
typedef struct {
  fanion_link tasks;
  uint16_t epoch;
} fanion_queue;

/* How a task's last wait ended. */
enum { FANION_WOKEN, FANION_TIMED_OUT, FANION_CANCELLED, FANION_REFUSED };

/* How a run ended: main has, or nothing can wake it any more (LOP-6). */
typedef enum { FANION_ENDED, FANION_DEADLOCK } fanion_end;

struct fanion_task {
  fanion_link link;    /* in the queue of what it waits for, or of those that are ready; first, so that it is the task */
  fanion_link timer;   /* in the loop's timers, while it has a limit */
  fanion_link live;    /* in the loop's list of all tasks, from its spawn to its end */
  fanion_time deadline;
  fanion_loop *loop;
  void (*turn)(fanion_task *);
  fanion_queue *queue; /* while it waits: what for */
  fanion_flag *flag;   /* while it is inside a wait on a flag: which */
  uint16_t epoch;      /* the queue's when it joined: while they agree, it has not been woken */
  uint8_t state;       /* READY or WAITING, which are suspended, RUNNING or DONE: task.c */
  uint8_t ending;      /* while suspended, how the wait will end; then, how it ended */
  uint8_t strikes;     /* how often it has waited again since main's end */
  uint16_t line;       /* where FANION_BEGIN goes on */
};

typedef struct {
  fanion_loop *loop;
  fanion_queue waiters;
  bool set; /* Invariant: while true, nobody is blocked in waiters (EVT-14). */
} fanion_event;

struct fanion_flag {
  fanion_loop *loop;
  fanion_word bit;
  fanion_queue waiters; /* holds the waiter while it is blocked */
  fanion_task *waiter;  /* from its call of wait until it has left (FLG-9) */
};

struct fanion_loop {
  fanion_shared raised; /* The flags' bits: put in by setters, taken out by the loop, only ever by exchanges. flag.c */
#if FANION_DESIGN == 2
  fanion_shared asleep; /* Whether setters must wake the loop: written by the loop, read by setters. */
#endif
  /* Everything below is the loop's alone. */
  fanion_word waited;   /* the flags on which a task is blocked */
  uint8_t flag_count;
  fanion_flag *flags[FANION_FLAGS];
  fanion_queue ready, round, sleepers;
  fanion_link timers; /* by deadline; equal ones in the order in which they were set (LOP-2) */
  fanion_link live;
  fanion_task *main, *current;
  bool over;
};

/* The loop. The first task spawned is main. */
void fanion_loop_init(fanion_loop *loop);
void fanion_spawn(fanion_loop *loop, fanion_task *task, void (*turn)(fanion_task *));
fanion_end fanion_run(fanion_loop *loop);
/* After a deadlock: each task that is alive, null first and last; and their end. */
fanion_task *fanion_next_live(fanion_loop *loop, fanion_task *task);
void fanion_finish(fanion_loop *loop);

/* For the running task. True: it is suspended, and its turn must end. False: it goes on, and fanion_ended() says why. */
bool fanion_yield(fanion_loop *loop);
bool fanion_sleep(fanion_loop *loop, fanion_time ticks);
bool fanion_event_wait(fanion_event *event, fanion_time limit);
bool fanion_flag_wait(fanion_flag *flag, fanion_time limit);

/* How the last wait, sleep or yield of a task ended: FANION_WOKEN also for a sleep that is over, and a yield. */
static inline uint8_t fanion_ended(const fanion_task *task) { return task->ending; }

/* False: refused, since a task cannot cancel itself. */
bool fanion_cancel(fanion_task *task);
bool fanion_is_blocked(const fanion_task *task);

/* False: refused, and nothing is changed; with FANION_GUARD only. */
void fanion_event_init(fanion_event *event, fanion_loop *loop);
bool fanion_event_set(fanion_event *event);
bool fanion_event_clear(fanion_event *event);
bool fanion_event_is_set(const fanion_event *event);

/* False: the loop has FANION_FLAGS flags already. */
bool fanion_flag_init(fanion_flag *flag, fanion_loop *loop);
void fanion_flag_set(fanion_flag *flag);
bool fanion_flag_clear(fanion_flag *flag);

/*
 * A task's turn as a text that goes on where it stopped: FANION_BEGIN, then statements among which FANION_AWAIT stands, then
 * FANION_END. Local variables do not live across FANION_AWAIT: keep them beside the task, in a struct that begins with it.
 * FANION_AWAIT must not stand inside a switch. A turn that returns without having suspended its task ends the task.
 */
#define FANION_BEGIN(task) switch ((task)->line) { case 0:
#define FANION_AWAIT(task, call)          \
  do {                                    \
    (task)->line = __LINE__;              \
    if (call) return;                     \
    if (0) { case __LINE__:; }            \
  } while (0)
#define FANION_END(task) } (task)->line = 0

#endif
