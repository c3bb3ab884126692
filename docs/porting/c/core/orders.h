/* Written by docs/porting/c/orders from the tables of docs/memory-orders.md, which says what each site is. */
#ifndef FANION_ORDERS_H
#define FANION_ORDERS_H

#include "ways.h"

/* 1: the flags and the loop's sleep are bits of one word. 2: each has a word of its own. */
#ifndef FANION_DESIGN
#define FANION_DESIGN 1
#endif

#if FANION_DESIGN == 1

#define FANION_RAISE fanion_exchange_release
#define FANION_ANNOUNCE fanion_exchange_relaxed
#define FANION_LOOK fanion_read_relaxed
#define FANION_CLEAR fanion_exchange_relaxed
#define FANION_CONSUME fanion_exchange_acquire

#elif FANION_DESIGN == 2

/* Which column of the table; in doubt the last, in which every access is seq_cst. */
#ifndef FANION_COLUMN
#define FANION_COLUMN 8
#endif

#if FANION_COLUMN == 1
#define FANION_PICK(a, b, c, d, e, f, g, h) fanion_##a
#elif FANION_COLUMN == 2
#define FANION_PICK(a, b, c, d, e, f, g, h) fanion_##b
#elif FANION_COLUMN == 3
#define FANION_PICK(a, b, c, d, e, f, g, h) fanion_##c
#elif FANION_COLUMN == 4
#define FANION_PICK(a, b, c, d, e, f, g, h) fanion_##d
#elif FANION_COLUMN == 5
#define FANION_PICK(a, b, c, d, e, f, g, h) fanion_##e
#elif FANION_COLUMN == 6
#define FANION_PICK(a, b, c, d, e, f, g, h) fanion_##f
#elif FANION_COLUMN == 7
#define FANION_PICK(a, b, c, d, e, f, g, h) fanion_##g
#elif FANION_COLUMN == 8
#define FANION_PICK(a, b, c, d, e, f, g, h) fanion_##h
#endif

#define FANION_RAISE FANION_PICK( \
  exchange_acq_rel, exchange_acq_rel, exchange_release, exchange_release, \
  exchange_release, exchange_release, exchange_seq_cst, exchange_seq_cst)
#define FANION_FENCE_AFTER_RAISE FANION_PICK( \
  none, none, fence_acquire, fence_acquire, \
  fence_seq_cst, fence_seq_cst, none, none)
#define FANION_ASK FANION_PICK( \
  read_relaxed, read_relaxed, read_relaxed, read_relaxed, \
  read_relaxed, read_relaxed, read_seq_cst, read_seq_cst)
#define FANION_ANNOUNCE FANION_PICK( \
  store_relaxed, store_relaxed, store_relaxed, store_relaxed, \
  store_relaxed, store_seq_cst, store_relaxed, store_seq_cst)
#define FANION_FENCE_AFTER_ANNOUNCE FANION_PICK( \
  fence_release, none, fence_release, none, \
  fence_seq_cst, none, fence_seq_cst, none)
#define FANION_LAST_LOOK FANION_PICK( \
  back_relaxed, back_release, back_relaxed, back_release, \
  read_relaxed, read_seq_cst, read_relaxed, read_seq_cst)
#define FANION_LOOK fanion_read_relaxed
#define FANION_CLEAR fanion_exchange_relaxed
#define FANION_CONSUME fanion_exchange_acquire

#endif

#endif
