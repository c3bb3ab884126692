/* What the files of the core share: lists and tasks. Loop only. */
#ifndef FANION_TASK_H
#define FANION_TASK_H

#include "fanion.h"
#include "platform.h"

#ifdef FANION_GUARD
#define FANION_IS_LOOP(loop) fanion_platform_is_loop(loop)
#else
#define FANION_IS_LOOP(loop) ((void)(loop), true)
#endif

/*
 * READY or WAITING, which are suspended -> RUNNING (Resume) -> WAITING (Wait) or READY (Yield) ... -> DONE (Exit).
 * A sleep that is over: WAITING -> READY.
 */
enum { READY, WAITING, RUNNING, DONE };

void fanion_list_init(fanion_link *list);
bool fanion_list_is_empty(const fanion_link *list);
void fanion_list_append(fanion_link *list, fanion_link *link);
void fanion_list_remove(fanion_link *link);
void fanion_list_join(fanion_link *list, fanion_link *more);

void fanion_queue_init(fanion_queue *queue);
void fanion_queue_wake(fanion_queue *queue, fanion_loop *loop);

void fanion_task_block(fanion_task *task, fanion_queue *queue, fanion_time limit);
void fanion_task_cancel(fanion_task *task);
void fanion_task_drop(fanion_task *task);
void fanion_task_turn(fanion_task *task);

void fanion_timers_arm(fanion_task *task, fanion_time limit);
void fanion_timers_fire(fanion_loop *loop);
fanion_time fanion_timers_until_first(fanion_loop *loop);

void fanion_flag_leave(fanion_flag *flag, bool woken);
void fanion_flags_look(fanion_loop *loop);
void fanion_flags_sleep(fanion_loop *loop);

#endif
