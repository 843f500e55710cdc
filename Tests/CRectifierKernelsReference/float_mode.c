// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// The floating-point mode of the twins; and comparison of bits, which no mode may touch.

#pragma STDC FP_CONTRACT OFF

#include "reference.h"

#include <string.h>

#if defined(__x86_64__)
#include <xmmintrin.h>

uint64_t rectifier_float_mode(void) { return _mm_getcsr(); }

void rectifier_set_float_mode(uint64_t mode) { _mm_setcsr((unsigned)mode); }

uint64_t rectifier_flush_bits(void) { return 0x8040; }  // FTZ and DAZ
#elif defined(__aarch64__)
uint64_t rectifier_float_mode(void) {
  uint64_t mode;
  __asm__ volatile("mrs %0, fpcr" : "=r"(mode));
  return mode;
}

void rectifier_set_float_mode(uint64_t mode) {
  __asm__ volatile("msr fpcr, %0" : : "r"(mode) : "memory");
}

uint64_t rectifier_flush_bits(void) { return 1u << 24; }  // FZ
#else
#error "no floating-point mode known for this CPU"
#endif

uint64_t reference_enter(void) {
  uint64_t saved = rectifier_float_mode();
  rectifier_set_float_mode(saved | rectifier_flush_bits());
  return saved;
}

void reference_leave(uint64_t saved) { rectifier_set_float_mode(saved); }

static uint32_t bits_of(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return (bits & 0x7fffffff) > 0x7f800000 ? 0x7fc00000 : bits;
}

size_t rectifier_first_difference(const float *left, const float *right, size_t count) {
  size_t k = 0;
  while (k < count && bits_of(left[k]) == bits_of(right[k])) k++;
  return k;
}
