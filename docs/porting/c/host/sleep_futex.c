/* A sleep by a futex (Linux). For threads and signal handlers. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "posix.h"

/* 1 if the loop was woken since its last sleep returned. Orders nothing. */
static _Atomic uint32_t permit;

/* Always the whole of it: a setter that found the permit given, and left the call to another, would rely on that other. */
void fanion_platform_wake(fanion_loop *loop) {
  (void)loop;
  int saved = errno;
  atomic_store_explicit(&permit, 1, memory_order_relaxed);
  syscall(SYS_futex, &permit, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
  errno = saved;
}

/* What closes the gap: the kernel sleeps only if the permit is still 0, and looks and joins in one step. */
void fanion_platform_sleep(fanion_loop *loop, fanion_time ticks) {
  (void)loop;
  struct timespec limit = host_timespec(ticks);
  if (atomic_load_explicit(&permit, memory_order_relaxed) == 0) {
    HOST_GAP();
    syscall(SYS_futex, &permit, FUTEX_WAIT_PRIVATE, 0, ticks == FANION_FOREVER ? NULL : &limit, NULL, 0);
  }
  atomic_store_explicit(&permit, 0, memory_order_relaxed);
}
