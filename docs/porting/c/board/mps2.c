/*
 * The adapter's host on a board that QEMU emulates: mps2-an385, a Cortex-M3. The clock and the sleep are those of cortex_m.c. An
 * emulator leaves ticks out when its host is busy, or while it reads standard input: a counter of the board makes up for them.
 * Interrupts are the board's: one that software makes pending, and a timer of its own for those that come later. Standard
 * input and output go by semihosting, which newlib has. There are no threads, and so no storms.
 *
 * Build: make -C docs/porting/c board   (gcc-arm-none-eabi, libnewlib-arm-none-eabi)
 * Run:   docs/porting/c/on-board
 */
#include "../host/host.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))
#define SYSTICK_CONTROL REGISTER(0xe000e010u)
#define SYSTICK_RELOAD REGISTER(0xe000e014u)
#define SYSTICK_VALUE REGISTER(0xe000e018u)
#define IRQ_ENABLE REGISTER(0xe000e100u)
#define IRQ_PEND REGISTER(0xe000e200u)
#define TIMER_CONTROL REGISTER(0x40000000u)
#define TIMER_RELOAD REGISTER(0x40000008u)
#define TIMER_CLEAR REGISTER(0x4000000cu)
#define COUNTER REGISTER(0x40028018u)
#define PRESCALE REGISTER(0x4002801cu)
#define MILLISECOND 25000u /* of the core's clock, and of the counter's */
#define SOFTWARE_IRQ 0
#define TIMER_IRQ 8

extern uint32_t stack_top[];
void _start(void);
void SysTick_Handler(void);

typedef struct {
  void (*volatile call)(void *);
  void *volatile what;
  volatile fanion_time due;
  volatile bool armed;
} interrupt;

static interrupt armed[HOST_ARMS];
static interrupt now;

static void software_irq(void) { now.call(now.what); }

/* As many ticks as milliseconds have passed. By interrupts, and by whoever begins to count. */
static void tick(void) {
  static uint32_t counted;
  uint32_t mask;
  __asm volatile("mrs %0, primask\n\tcpsid i" : "=r"(mask)::"memory");
  for (uint32_t end = COUNTER; counted != end; counted++) {
    SysTick_Handler();
  }
  __asm volatile("msr primask, %0" ::"r"(mask) : "memory");
}

/* Comes more often than the tick, and between its moments. */
static void timer_irq(void) {
  TIMER_CLEAR = 1;
  for (unsigned n = 0; n < HOST_ARMS; n++) {
    if (armed[n].armed && (fanion_time)(fanion_platform_now(NULL) - armed[n].due) <= FANION_LONGEST) {
      armed[n].armed = false;
      armed[n].call(armed[n].what);
    }
  }
}

static void stop(void) {
  for (;;) {
  }
}

__attribute__((section(".vectors"), used)) static const struct {
  uint32_t *stack;
  void (*handlers[15 + TIMER_IRQ + 1])(void); /* from 1 on: reset, faults, the tick, then the board's */
} vectors = {stack_top, {_start, stop, stop, stop, stop, stop, [14] = tick, [15 + SOFTWARE_IRQ] = software_irq,
                         [15 + TIMER_IRQ] = timer_irq}};

void host_start(bool by_signals) {
  (void)by_signals;
  PRESCALE = MILLISECOND - 1;
  SYSTICK_RELOAD = MILLISECOND / 2 - 1;
  SYSTICK_VALUE = 0;
  SYSTICK_CONTROL = 7;
  TIMER_RELOAD = MILLISECOND * 3 / 7;
  TIMER_CONTROL = 9;
  IRQ_ENABLE = 1u << SOFTWARE_IRQ | 1u << TIMER_IRQ;
}

/* The handler runs behind the write that makes it pending. */
void host_interrupt(void (*call)(void *), void *what) {
  now.call = call;
  now.what = what;
  IRQ_PEND = 1u << SOFTWARE_IRQ;
  __asm volatile("dsb\n\tisb" ::: "memory");
}

void host_arm(unsigned place, unsigned milliseconds, void (*call)(void *), void *what) {
  armed[place].call = call;
  armed[place].what = what;
  fanion_time delay = host_ticks(milliseconds);
  armed[place].due = (fanion_time)(fanion_platform_now(NULL) + delay);
  armed[place].armed = true;
}

void host_disarm(void) {
  for (unsigned n = 0; n < HOST_ARMS; n++) {
    armed[n].armed = false;
  }
}

void host_hog(unsigned milliseconds) {
  fanion_time length = host_ticks(milliseconds), begin = fanion_platform_now(NULL);
  while ((fanion_time)(fanion_platform_now(NULL) - begin) < length) {
  }
}

/* One more: the tick that is under way counts as none. */
fanion_time host_ticks(unsigned milliseconds) {
  tick();
  return milliseconds + 1;
}

bool host_is_simulated(void) { return false; }

double host_milliseconds(void) { return 0; }

bool host_can_storm(void) { return false; }

void host_storm_begin(fanion_flag *flag, unsigned setters, unsigned sets) { (void)flag, (void)setters, (void)sets; }

bool host_storm_is_over(void) { return true; }

void host_storm_end(void) {}
