/* What the adapter and the tests ask of a host beyond the four functions: interrupts. posix.c has it, and simulated.c. */
#ifndef FANION_HOST_H
#define FANION_HOST_H

#include <pthread.h>
#include <time.h>

#include "../core/platform.h"

/* A test lets an interrupt come here: in each sleep, between its look and the sleep itself. */
#ifndef HOST_GAP
#define HOST_GAP() ((void)0)
#endif

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

/* For the sleeps of posix.c's time. */
struct timespec host_timespec(fanion_time ticks);
struct timespec host_deadline(fanion_time ticks);
pthread_t host_loops_thread(void);
bool host_is_loops_thread(void);

#endif
