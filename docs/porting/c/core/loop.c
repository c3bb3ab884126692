/* The loop: rounds of turns, and what happens when nobody is ready. */
#include "task.h"

//= LOP-5
void fanion_loop_init(fanion_loop *loop) {
  atomic_init(&loop->raised, 0);
#if FANION_DESIGN == 2
  atomic_init(&loop->asleep, 0);
#endif
  loop->waited = 0;
  loop->flag_count = 0;
  fanion_queue_init(&loop->ready);
  fanion_queue_init(&loop->round);
  fanion_queue_init(&loop->sleepers);
  fanion_list_init(&loop->timers);
  fanion_list_init(&loop->live);
  loop->main = loop->current = NULL;
  loop->over = false;
}

/* Makes a task ready, behind those that are. It must not be alive. Behind main's end it is cancelled from the start. */
//= LOP-1, LOP-5
void fanion_spawn(fanion_loop *loop, fanion_task *task, void (*turn)(fanion_task *)) {
  task->loop = loop; // field by field: a compiler makes a call of memset of more
  task->turn = turn;
  task->timer.next = NULL;
  task->flag = NULL;
  task->state = READY;
  task->ending = FANION_WOKEN;
  task->strikes = 0;
  task->line = 0;
  loop->main = loop->main == NULL ? task : loop->main;
  fanion_list_append(&loop->live, &task->live);
  fanion_list_append(&loop->ready.tasks, &task->link); // Spawn
  if (loop->over) {
    fanion_task_cancel(task);
  }
}

/* Gives each other ready task a turn. */
//= LOP-2
bool fanion_yield(fanion_loop *loop) {
  fanion_task *task = loop->current;
  task->state = READY;
  task->ending = FANION_WOKEN;
  fanion_list_append(&loop->ready.tasks, &task->link); // Yield
  return true;
}

//= LOP-2
bool fanion_sleep(fanion_loop *loop, fanion_time ticks) {
  fanion_task_block(loop->current, &loop->sleepers, ticks);
  return true;
}

//= CAN-1, CAN-2, CAN-3
bool fanion_cancel(fanion_task *task) {
  if (task == task->loop->current) {
    return false;
  }
  fanion_task_cancel(task);
  return true;
}

fanion_task *fanion_next_live(fanion_loop *loop, fanion_task *task) {
  fanion_link *next = task == NULL ? loop->live.next : task->live.next;
  return next == &loop->live ? NULL : (fanion_task *)(void *)((char *)next - offsetof(fanion_task, live));
}

static fanion_task *take(fanion_queue *queue) {
  fanion_link *first = queue->tasks.next;
  fanion_list_remove(first);
  return (fanion_task *)(void *)first;
}

/* A turn for each task that was ready when the round began. Timers once, before; flags before the first turn and after each. */
//= LOP-1, LOP-2, LOP-3
static void run_round(fanion_loop *loop) {
  fanion_timers_fire(loop);
  fanion_flags_look(loop);
  fanion_list_join(&loop->round.tasks, &loop->ready.tasks);
  while (!fanion_list_is_empty(&loop->round.tasks) && !loop->over) {
    fanion_task *task = take(&loop->round);
    fanion_task_turn(task);
    loop->over = task == loop->main && task->state == DONE;
    fanion_flags_look(loop);
  }
}

/* Runs until main has ended, or nothing can wake it any more: no task is ready, no limit runs, nobody waits on a flag. */
//= LOP-4, LOP-5, LOP-6
fanion_end fanion_run(fanion_loop *loop) {
  for (;;) {
    run_round(loop);
    if (loop->over) {
      fanion_finish(loop);
      return FANION_ENDED;
    }
    if (fanion_list_is_empty(&loop->ready.tasks)) {
      if (fanion_list_is_empty(&loop->timers) && loop->waited == 0) {
        return FANION_DEADLOCK;
      }
      fanion_flags_sleep(loop);
    }
  }
}

/* Cancels all tasks that are left, and gives them their turns. One that waits again is cancelled once more, then dropped. */
//= LOP-5
void fanion_finish(fanion_loop *loop) {
  loop->over = true;
  fanion_list_join(&loop->round.tasks, &loop->ready.tasks);
  fanion_list_join(&loop->ready.tasks, &loop->round.tasks);
  for (fanion_task *task = fanion_next_live(loop, NULL); task != NULL; task = fanion_next_live(loop, task)) {
    fanion_task_cancel(task);
  }
  while (!fanion_list_is_empty(&loop->live)) {
    fanion_task *task = take(&loop->ready);
    fanion_task_turn(task);
    if (fanion_is_blocked(task)) {
      if (task->strikes++ == 0) {
        fanion_task_cancel(task);
      } else {
        fanion_task_drop(task);
      }
    }
  }
}
