// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// What a team of threads needs and Swift has no word for: a pause while spinning, the processor a
// thread runs on, and a closure that does not escape, lent to other threads for the time of a call
// without being copied to the heap.

#ifndef RECTIFIER_THREADS_H
#define RECTIFIER_THREADS_H

#include <stdint.h>

// Tells the processor that the thread spins.
static inline void rectifier_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("isb");  // `yield` is done at once on most cores
#endif
}

// Where the thread runs at the moment; -1 where the system does not tell.
static inline int rectifier_processor(void) {
#if defined(__linux__)
  extern int sched_getcpu(void);  // declared for _GNU_SOURCE only
  return sched_getcpu();
#else
  return -1;
#endif
}

// A Swift closure `(Int) -> Void`: its code and what it captured.
typedef struct rectifier_closure {
  void *code;
  void *context;
} rectifier_closure;

static inline void rectifier_call_closure(rectifier_closure closure, intptr_t block) {
  typedef __attribute__((swiftcall)) void (*code)(
      intptr_t, __attribute__((swift_context)) void *);
  ((code)closure.code)(block, closure.context);
}

// Calls `receive` with the two words of a closure, which are good until it returns. Swift passes the
// closure as those words and declares this function itself (LentClosure.swift).
__attribute__((swiftcall)) void rectifier_lend_closure(
    void *code, void *context, void *receiver, intptr_t block_count,
    void (*receive)(void *receiver, intptr_t block_count, rectifier_closure closure));

#endif
