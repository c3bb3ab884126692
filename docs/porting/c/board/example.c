/* A button wakes a task by a flag, and that task another by an event. What a board's vector table calls is button_pressed(). */
#include "../core/fanion.h"

static fanion_loop loop;
static fanion_flag button;
static fanion_event lit;
static fanion_task watching, blinking;
static volatile uint8_t lamp;

void button_pressed(void);

void button_pressed(void) { fanion_flag_set(&button); }

static void watch(fanion_task *task) {
  FANION_BEGIN(task);
  for (;;) {
    FANION_AWAIT(task, fanion_flag_wait(&button, FANION_FOREVER));
    fanion_event_set(&lit);
    FANION_AWAIT(task, fanion_flag_wait(&button, 2000));
    fanion_event_clear(&lit);
  }
  FANION_END(task);
}

static void blink(fanion_task *task) {
  FANION_BEGIN(task);
  for (;;) {
    FANION_AWAIT(task, fanion_event_wait(&lit, FANION_FOREVER));
    lamp ^= 1;
    FANION_AWAIT(task, fanion_sleep(&loop, 250));
  }
  FANION_END(task);
}

int main(void) {
  fanion_loop_init(&loop);
  fanion_event_init(&lit, &loop);
  fanion_flag_init(&button, &loop);
  fanion_spawn(&loop, &watching, watch);
  fanion_spawn(&loop, &blinking, blink);
  return fanion_run(&loop) == FANION_ENDED ? 0 : 1;
}
