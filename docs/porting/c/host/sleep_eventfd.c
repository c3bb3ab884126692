/* A sleep by an eventfd (Linux). For threads and signal handlers, and for a loop that polls other files too. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "posix.h"

static int permits = -1;

__attribute__((constructor)) static void open_permits(void) { permits = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void fanion_platform_wake(fanion_loop *loop) {
  (void)loop;
  int saved = errno;
  uint64_t one = 1;
  ssize_t ignored = write(permits, &one, sizeof one);
  (void)ignored;
  errno = saved;
}

/* What closes the gap: the counter stays up until it is read, and ppoll returns at once while it is up. */
void fanion_platform_sleep(fanion_loop *loop, fanion_time ticks) {
  (void)loop;
  struct timespec limit = host_timespec(ticks);
  struct pollfd wait = {.fd = permits, .events = POLLIN};
  HOST_GAP();
  ppoll(&wait, 1, ticks == FANION_FOREVER ? NULL : &limit, NULL);
  uint64_t count;
  ssize_t ignored = read(permits, &count, sizeof count);
  (void)ignored;
}
