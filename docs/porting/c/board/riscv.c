/*
 * RISC-V in machine mode, one core, with the timer mtime of the platform at MTIME. What closes the gap: with interrupts off
 * (mstatus.MIE) nothing comes between the look and WFI, and WFI ends for an interrupt that is pending and enabled in mie.
 */
#include "../core/platform.h"

#ifndef MTIME
#define MTIME 0x0200bff8u
#endif
#define MIE "8"

static volatile bool woken;

fanion_time fanion_platform_now(fanion_loop *loop) {
  (void)loop;
  return *(volatile uint32_t *)MTIME;
}

void fanion_platform_wake(fanion_loop *loop) {
  (void)loop;
  woken = true;
}

/* A tick by the timer interrupt, or a compare value for the limit, is the board's part. It may return early. */
void fanion_platform_sleep(fanion_loop *loop, fanion_time limit) {
  (void)loop;
  (void)limit;
  __asm volatile("csrci mstatus, " MIE ::: "memory");
  if (!woken) {
    __asm volatile("wfi" ::: "memory");
  }
  woken = false;
  __asm volatile("csrsi mstatus, " MIE ::: "memory");
}
