/* What the files of the POSIX host share. */
#ifndef FANION_POSIX_H
#define FANION_POSIX_H

#include <pthread.h>
#include <time.h>

#include "host.h"

/* A test lets an interrupt come here: in each sleep, between its look and the sleep itself. */
#ifndef HOST_GAP
#define HOST_GAP() ((void)0)
#endif

/* That many ticks, as a span and as a moment of CLOCK_MONOTONIC. */
struct timespec host_timespec(fanion_time ticks);
struct timespec host_deadline(fanion_time ticks);

pthread_t host_loops_thread(void);
bool host_is_loops_thread(void);

#endif
