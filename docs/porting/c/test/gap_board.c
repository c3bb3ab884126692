/*
 * The gap before WFI, on an emulated board: each time, an interrupt comes between the look and the sleep. Nothing else would end
 * the sleep: the tick and the timer are off.
 */
//= LOP-4 type=test
#include <stdio.h>

#include "../host/host.h"

#define ROUNDS 10

static fanion_loop loop;
static fanion_flag flag;
static fanion_task main_task;
static int gaps;

static void set_flag(void *unused) {
  (void)unused;
  fanion_flag_set(&flag);
}

void test_gap(void) {
  gaps++;
  host_interrupt(set_flag, NULL);
}

static void waits(fanion_task *task) {
  static int round;
  FANION_BEGIN(task);
  for (round = 0; round < ROUNDS; round++) {
    FANION_AWAIT(task, fanion_flag_wait(&flag, FANION_FOREVER));
  }
  FANION_END(task);
}

int main(void) {
  host_start(false);
  *(volatile uint32_t *)0xe000e010u = 0;
  *(volatile uint32_t *)0x40000000u = 0;
  fanion_loop_init(&loop);
  fanion_flag_init(&flag, &loop);
  fanion_spawn(&loop, &main_task, waits);
  fanion_run(&loop);
  printf("gap before WFI: %d signals in %d gaps: as claimed\n", ROUNDS, gaps);
  return gaps == ROUNDS ? 0 : 1;
}
