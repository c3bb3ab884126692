/* What the adapter and the tests ask of a host beyond the four functions. posix.c has it, simulated.c, and board/mps2.c. */
#ifndef FANION_HOST_H
#define FANION_HOST_H

#include "../core/platform.h"

/* The calling thread is the loop's from now on. Interrupts come as signals to it, or as calls by another thread. */
void host_start(bool by_signals);

/* Calls a function in interrupt context, and returns when it has returned. */
void host_interrupt(void (*call)(void *), void *what);

/* Has a function called in interrupt context after that time. There are HOST_ARMS places, one call each at a time. */
#define HOST_ARMS 8
void host_arm(unsigned place, unsigned milliseconds, void (*call)(void *), void *what);

/* Calls off what is armed. None of it is called any more when this has returned. */
void host_disarm(void);

/* Keeps the loop busy. */
void host_hog(unsigned milliseconds);

/* Whether time is simulated, and how many milliseconds have passed. */
bool host_is_simulated(void);
double host_milliseconds(void);

fanion_time host_ticks(unsigned milliseconds);

/*
 * A storm: setters in interrupt contexts of their own, each of which counts up to `sets`, and sets the flag behind each step.
 * False where the host has no threads.
 */
bool host_can_storm(void);
void host_storm_begin(fanion_flag *flag, unsigned setters, unsigned sets);
/* Whether the counters have been seen to be at their ends. */
bool host_storm_is_over(void);
void host_storm_end(void);

#endif
