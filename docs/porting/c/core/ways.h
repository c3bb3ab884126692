/*
 * The ways in which a shared word is touched, one function for each: a kind and an order, as in the tables of
 * docs/memory-orders.md. orders.h says which way each site takes. Nothing else of the core touches a shared word.
 *
 *   exchange  puts in the bits of `add`, or, if there are none, takes out all but those of `keep`; returns what was there
 *   back      an exchange that puts back what it found
 *
 * Where the core has no atomic read-modify-write (Cortex-M0+, AVR), build with FANION_NO_RMW: then the platform's critical
 * section does each exchange. Such a machine must be a single core; loads and stores of a fanion_word must be atomic.
 */
#ifndef FANION_WAYS_H
#define FANION_WAYS_H

#include <stdatomic.h>
#include <stdint.h>

#ifndef FANION_WORD
#define FANION_WORD uint32_t
#endif

typedef FANION_WORD fanion_word;
typedef _Atomic fanion_word fanion_shared;

#define FANION_ALL ((fanion_word)~(fanion_word)0)

/* A test lets interrupts come here: before each access to a shared word. */
#ifndef FANION_POINT
#define FANION_POINT() ((void)0)
#endif

#ifdef FANION_NO_RMW
/* With interrupts off: what was there, replaced by (what was there & keep) | add. Also a barrier for the compiler. */
fanion_word fanion_platform_exchange(fanion_shared *word, fanion_word keep, fanion_word add);
#define FANION_EXCHANGE(word, keep, add, order) fanion_platform_exchange(word, keep, add)
#else
#define FANION_EXCHANGE(word, keep, add, order) \
  (fanion_word)((add) != 0 ? atomic_fetch_or_explicit(word, add, order) : atomic_fetch_and_explicit(word, keep, order))
#endif

#define FANION_WAY_EXCHANGE(order)                                                                            \
  static inline fanion_word fanion_exchange_##order(fanion_shared *word, fanion_word keep, fanion_word add) { \
    FANION_POINT();                                                                                           \
    return FANION_EXCHANGE(word, keep, add, memory_order_##order);                                            \
  }                                                                                                           \
  static inline fanion_word fanion_back_##order(fanion_shared *word) {                                        \
    return fanion_exchange_##order(word, FANION_ALL, 0);                                                      \
  }
#define FANION_WAY_READ(order)                                         \
  static inline fanion_word fanion_read_##order(fanion_shared *word) { \
    FANION_POINT();                                                    \
    return atomic_load_explicit(word, memory_order_##order);           \
  }
#define FANION_WAY_STORE(order)                                                     \
  static inline void fanion_store_##order(fanion_shared *word, fanion_word value) { \
    FANION_POINT();                                                                 \
    atomic_store_explicit(word, value, memory_order_##order);                       \
  }
#define FANION_WAY_FENCE(order) \
  static inline void fanion_fence_##order(void) { atomic_thread_fence(memory_order_##order); }

FANION_WAY_EXCHANGE(relaxed)
FANION_WAY_EXCHANGE(acquire)
FANION_WAY_EXCHANGE(release)
FANION_WAY_EXCHANGE(acq_rel)
FANION_WAY_EXCHANGE(seq_cst)
FANION_WAY_READ(relaxed)
FANION_WAY_READ(acquire)
FANION_WAY_READ(seq_cst)
FANION_WAY_STORE(relaxed)
FANION_WAY_STORE(release)
FANION_WAY_STORE(seq_cst)
FANION_WAY_FENCE(acquire)
FANION_WAY_FENCE(release)
FANION_WAY_FENCE(seq_cst)
static inline void fanion_none(void) {}

#endif
