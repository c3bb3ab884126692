/*
 * What the core asks of a platform: three functions, and a fourth where there is no atomic read-modify-write. host/posix.c
 * and board/ have examples. A platform may keep its own data beside a loop, in a struct that begins with it.
 */
#ifndef FANION_PLATFORM_H
#define FANION_PLATFORM_H

#include "fanion.h"

/*
 * The time in ticks, whose length the platform chooses. It may wrap round. Loop only.
 */
fanion_time fanion_platform_now(fanion_loop *loop);

/*
 * Sleeps until fanion_platform_wake() is called or that many ticks have passed; FANION_FOREVER is no limit. It may return
 * early at any time. It must remember a wake-up: if one came since the last sleep returned, it returns at once. Loop only.
 *
 * That is the whole of the gap before sleep, as far as the platform goes (LOP-4): a platform that looks whether it was woken,
 * and then sleeps, must do both as one step, as each example does in its own way.
 */
void fanion_platform_sleep(fanion_loop *loop, fanion_time ticks);

/*
 * Ends the present or the next sleep. Called by setters in any context, perhaps several times for one sleep, perhaps after the
 * loop's end. Bounded; no lock. It need not order anything: the core's own accesses do (docs/memory-orders.md).
 */
void fanion_platform_wake(fanion_loop *loop);

/* The fourth is fanion_platform_exchange() in ways.h, with FANION_NO_RMW only: the critical section. */

#ifdef FANION_GUARD
/*
 * Whether the caller is the loop, and not an interrupt or another thread. For platforms that can tell. With FANION_GUARD the
 * core refuses what only the loop may call (CTX-1, CTX-2).
 */
bool fanion_platform_is_loop(fanion_loop *loop);
#endif

#endif
