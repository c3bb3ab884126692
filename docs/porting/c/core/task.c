/* Lists, queues and tasks: who is blocked, who is ready, and how a wait ends. */
#include "task.h"

void fanion_list_init(fanion_link *list) { list->prev = list->next = list; }

bool fanion_list_is_empty(const fanion_link *list) { return list->next == list; }

void fanion_list_append(fanion_link *list, fanion_link *link) {
  link->prev = list->prev;
  link->next = list;
  list->prev->next = link;
  list->prev = link;
}

void fanion_list_remove(fanion_link *link) {
  link->prev->next = link->next;
  link->next->prev = link->prev;
  link->prev = link->next = NULL;
}

/* Moves all members of one list behind those of another, in a constant number of steps. */
void fanion_list_join(fanion_link *list, fanion_link *more) {
  if (!fanion_list_is_empty(more)) {
    more->next->prev = list->prev;
    list->prev->next = more->next;
    more->prev->next = list;
    list->prev = more->prev;
    fanion_list_init(more);
  }
}

void fanion_queue_init(fanion_queue *queue) {
  fanion_list_init(&queue->tasks);
  queue->epoch = 0;
}

/*
 * Makes all tasks of a queue ready, behind those that are, in the order in which they came. Nothing is written to a task: it
 * has been woken because the epoch has moved on. The epoch cannot come round to the same number while a woken task has not
 * run: each step needs a task that blocks, and none has more than one turn until then. So 16 bits are enough for 30,000 tasks.
 */
//= EVT-2, EVT-12, LOP-8
void fanion_queue_wake(fanion_queue *queue, fanion_loop *loop) {
  if (!fanion_list_is_empty(&queue->tasks)) {
    queue->epoch++;
    fanion_list_join(&loop->ready.tasks, &queue->tasks);
  }
}

static bool is_suspended(const fanion_task *task) { return task->state <= WAITING; }

/* Whether it waits, and nothing has ended the wait. */
bool fanion_is_blocked(const fanion_task *task) {
  return task->state == WAITING && task->ending == FANION_WOKEN && task->epoch == task->queue->epoch;
}

/* Suspends the running task, which joins a queue. The limit counts from now. */
//= EVT-7, EVT-9, CAN-5
void fanion_task_block(fanion_task *task, fanion_queue *queue, fanion_time limit) {
  task->queue = queue;
  task->epoch = queue->epoch;
  task->ending = FANION_WOKEN;
  task->state = WAITING; // Wait
  fanion_list_append(&queue->tasks, &task->link);
  if (limit <= FANION_LONGEST) {
    fanion_timers_arm(task, limit);
  }
}

/* Takes a blocked task out of the queue of what it waits for. */
//= CAN-1
static void unblock(fanion_task *task) {
  fanion_list_remove(&task->link);
  if (task->flag != NULL) {
    task->loop->waited = (fanion_word)(task->loop->waited & ~task->flag->bit);
  }
}

/* The limit of a task has passed. A sleep is over; any other wait times out, unless the task was woken before. */
//= CAN-5, LOP-2
static void expire(fanion_task *task) {
  if (fanion_is_blocked(task)) {
    unblock(task);
    if (task->queue == &task->loop->sleepers) {
      task->state = READY;
    } else {
      task->ending = FANION_TIMED_OUT;
    }
    fanion_list_append(&task->loop->ready.tasks, &task->link);
  }
}

/* Ends the present wait as cancelled; a task that is ready already keeps its place. Nothing, to one that runs or is done. */
//= CAN-1, CAN-2, CAN-3, CAN-4
void fanion_task_cancel(fanion_task *task) {
  if (is_suspended(task)) {
    if (fanion_is_blocked(task)) {
      unblock(task);
      fanion_list_append(&task->loop->ready.tasks, &task->link);
    }
    task->ending = FANION_CANCELLED;
  }
}

/* The wait is over: nothing of it stays behind, and only a task that was woken consumes the signal of its flag. */
//= CAN-2, CAN-5, FLG-5, FLG-10
static void leave(fanion_task *task) {
  if (task->timer.next != NULL) {
    fanion_list_remove(&task->timer);
  }
  if (task->flag != NULL) {
    fanion_flag_leave(task->flag, task->ending == FANION_WOKEN);
    task->flag = NULL;
  }
}

static void end(fanion_task *task) {
  task->state = DONE; // Exit
  fanion_list_remove(&task->live);
}

/* Ends a blocked task without a turn. */
//= LOP-5
void fanion_task_drop(fanion_task *task) {
  unblock(task);
  task->ending = FANION_CANCELLED;
  leave(task);
  end(task);
}

/*
 * Gives a turn to a task that was just taken off the ready tasks. How its wait ends is decided here, when it runs, and not when
 * it is woken: woken, unless a cancellation or a limit has been noted since. It does not look at the event or the flag again.
 */
//= EVT-8, CAN-2, FLG-5, FLG-8, LOP-1
void fanion_task_turn(fanion_task *task) {
  bool waited = task->state == WAITING;
  task->state = RUNNING; // Resume
  if (waited) {
    leave(task);
  }
  task->loop->current = task;
  task->turn(task);
  task->loop->current = NULL;
  if (task->state == RUNNING) {
    end(task);
  }
}

/* The task that a link among the timers belongs to. */
static fanion_task *timed(fanion_link *timer) {
  return (fanion_task *)(void *)((char *)timer - offsetof(fanion_task, timer));
}

/* Whether the moment a comes before b, if they are no more than FANION_LONGEST apart. */
static bool is_before(fanion_time a, fanion_time b) { return (fanion_time)(a - b) > FANION_LONGEST; }

/* Sorted from the back: equal deadlines stay in the order in which they were set. As many steps as limits that end later. */
//= LOP-2
void fanion_timers_arm(fanion_task *task, fanion_time limit) {
  fanion_link *timers = &task->loop->timers;
  fanion_link *last = timers->prev;
  task->deadline = (fanion_time)(fanion_platform_now(task->loop) + limit);
  while (last != timers && is_before(task->deadline, timed(last)->deadline)) {
    last = last->prev;
  }
  fanion_list_append(last->next, &task->timer); // in front of what follows it
}

/* Expires every task whose time has come. */
//= CAN-5, LOP-2, LOP-3
void fanion_timers_fire(fanion_loop *loop) {
  fanion_link *timers = &loop->timers;
  if (!fanion_list_is_empty(timers)) {
    fanion_time now = fanion_platform_now(loop);
    while (!fanion_list_is_empty(timers) && !is_before(now, timed(timers->next)->deadline)) {
      fanion_task *first = timed(timers->next);
      fanion_list_remove(&first->timer);
      expire(first);
    }
  }
}

/* The ticks until the first deadline; FANION_FOREVER without one. */
fanion_time fanion_timers_until_first(fanion_loop *loop) {
  if (fanion_list_is_empty(&loop->timers)) {
    return FANION_FOREVER;
  }
  fanion_time now = fanion_platform_now(loop), deadline = timed(loop->timers.next)->deadline;
  return is_before(now, deadline) ? (fanion_time)(deadline - now) : 0;
}
