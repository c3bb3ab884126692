/*
 * AVR: 8 bits, no read-modify-write that an interrupt cannot split. Build with FANION_NO_RMW, FANION_WORD=uint8_t (7 flags) and
 * FANION_TIME=uint16_t. A tick is an overflow of timer 0.
 *
 * What closes the gap: the instruction behind SEI runs before any interrupt does. So SLEEP begins before the interrupt that
 * was held back, and that interrupt ends it.
 */
#include <avr/interrupt.h>
#include <avr/sleep.h>

#include "../core/platform.h"

static volatile uint16_t ticks;
static volatile bool woken;

ISR(TIMER0_OVF_vect) { ticks++; }

fanion_word fanion_platform_exchange(fanion_shared *word, fanion_word keep, fanion_word add) {
  uint8_t status = SREG;
  cli();
  fanion_word was = atomic_load_explicit(word, memory_order_relaxed);
  atomic_store_explicit(word, (fanion_word)((was & keep) | add), memory_order_relaxed);
  SREG = status;
  __asm volatile("" ::: "memory");
  return was;
}

/* Two bytes, which an interrupt must not change between them. */
fanion_time fanion_platform_now(fanion_loop *loop) {
  (void)loop;
  uint8_t status = SREG;
  cli();
  uint16_t now = ticks;
  SREG = status;
  return now;
}

void fanion_platform_wake(fanion_loop *loop) {
  (void)loop;
  woken = true;
}

void fanion_platform_sleep(fanion_loop *loop, fanion_time limit) {
  (void)loop;
  (void)limit;
  cli();
  if (!woken) {
    sleep_enable();
    sei();
    sleep_cpu();
    sleep_disable();
  }
  woken = false;
  sei();
}
