/* The event: a signal from task to task. Loop only. */
#include "task.h"

//= EVT-1
void fanion_event_init(fanion_event *event, fanion_loop *loop) {
  event->loop = loop;
  event->set = false;
  fanion_queue_init(&event->waiters);
}

/* Sets the event and wakes every task that is blocked on it. None of them runs before this has returned. */
//= EVT-2, EVT-4, EVT-14, CTX-1
bool fanion_event_set(fanion_event *event) {
  if (!FANION_IS_LOOP(event->loop)) {
    return false;
  }
  event->set = true;
  fanion_queue_wake(&event->waiters, event->loop); // Set
  return true;
}

/* Touches no task and takes back no wake-up. */
//= EVT-3, EVT-5, CTX-1
bool fanion_event_clear(fanion_event *event) {
  if (!FANION_IS_LOOP(event->loop)) {
    return false;
  }
  event->set = false; // Clear
  return true;
}

//= EVT-11
bool fanion_event_is_set(const fanion_event *event) {
  return event->set; // IsSet
}

/* Looks and joins in one step. On a set event it goes on at once, whatever the limit. */
//= EVT-6, EVT-7, EVT-10, CAN-6, CTX-1
bool fanion_event_wait(fanion_event *event, fanion_time limit) {
  if (!FANION_IS_LOOP(event->loop)) {
    return false;
  }
  fanion_task *task = event->loop->current;
  task->ending = FANION_WOKEN;
  if (event->set) {
    return false;
  }
  fanion_task_block(task, &event->waiters, limit);
  return true;
}
