/*
 * Cortex-M with an event register, for use instead of the sleep of cortex_m.c. What closes the gap: SEV sets the register, also
 * from another core, and WFE returns at once while it is set, and clears it. So the register is the permit, and there is no look.
 */
#include "../core/platform.h"

void fanion_platform_wake(fanion_loop *loop) {
  (void)loop;
  __asm volatile("dsb\n\tsev" ::: "memory");
}

void fanion_platform_sleep(fanion_loop *loop, fanion_time limit) {
  (void)loop;
  (void)limit;
  __asm volatile("dsb\n\twfe" ::: "memory");
}
