/*
 * Cortex-M, one core, with a tick of a millisecond. M0+ has no exclusive accesses: build with FANION_NO_RMW.
 *
 * What closes the gap: with interrupts off (PRIMASK) an interrupt can no longer come between the look and WFI, and WFI ends for
 * an interrupt that is pending although it is masked. The interrupt runs when the mask is lifted.
 */
#include "../core/platform.h"

/* A test lets an interrupt come here. */
#ifndef HOST_GAP
#define HOST_GAP() ((void)0)
#endif

static volatile uint32_t ticks;
static volatile bool woken;

void SysTick_Handler(void);

void SysTick_Handler(void) { ticks++; }

fanion_time fanion_platform_now(fanion_loop *loop) {
  (void)loop;
  return ticks;
}

void fanion_platform_wake(fanion_loop *loop) {
  (void)loop;
  woken = true;
}

/* Each tick ends the WFI, and the loop looks at its timers: so this needs no deadline. */
void fanion_platform_sleep(fanion_loop *loop, fanion_time limit) {
  (void)loop;
  (void)limit;
  __asm volatile("cpsid i" ::: "memory");
  if (!woken) {
    HOST_GAP();
    __asm volatile("dsb\n\twfi" ::: "memory");
  }
  woken = false;
  __asm volatile("cpsie i" ::: "memory");
}

#ifdef FANION_GUARD
/* IPSR is 0 outside of handlers. */
bool fanion_platform_is_loop(fanion_loop *loop) {
  (void)loop;
  uint32_t handler;
  __asm volatile("mrs %0, ipsr" : "=r"(handler));
  return handler == 0;
}
#endif

#ifdef FANION_NO_RMW
fanion_word fanion_platform_exchange(fanion_shared *word, fanion_word keep, fanion_word add) {
  uint32_t mask;
  __asm volatile("mrs %0, primask\n\tcpsid i" : "=r"(mask)::"memory");
  fanion_word was = atomic_load_explicit(word, memory_order_relaxed);
  atomic_store_explicit(word, (was & keep) | add, memory_order_relaxed);
  __asm volatile("msr primask, %0" ::"r"(mask) : "memory");
  return was;
}
#endif
