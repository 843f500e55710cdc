// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#pragma STDC FP_CONTRACT OFF

// Prints one line `name hash` for everything that has to have the same bits on every target. Runs
// under `make neon`. Inputs stay away from the underflow boundary, where targets flush differently.

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "rectifier_kernels.h"

enum { VALUE_COUNT = 1000 };

static uint64_t state = 1;

// Uniform in [-1, 1), in steps of 2^-23 (xorshift64*).
static float draw(void) {
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return (float)((int32_t)((state * UINT64_C(2685821657736338717)) >> 40) - (1 << 23)) * 0x1p-23f;
}

// FNV-1a over the bit patterns, lowest byte first.
static void print_hash(const char *name, const float *values, size_t count) {
  uint64_t hash = UINT64_C(14695981039346656037);
  for (size_t k = 0; k < count; k++) {
    uint32_t bits;
    memcpy(&bits, &values[k], sizeof bits);
    for (int byte = 0; byte < 4; byte++) {
      hash = (hash ^ ((bits >> (8 * byte)) & 255)) * UINT64_C(1099511628211);
    }
  }
  printf("%s %016" PRIx64 "\n", name, hash);
}

int main(void) {
  float a[VALUE_COUNT], b[VALUE_COUNT], c[VALUE_COUNT], separate[VALUE_COUNT], fused[VALUE_COUNT];
  for (int k = 0; k < VALUE_COUNT; k++) {
    a[k] = draw();
    b[k] = draw();
    c[k] = draw();
  }
  print_hash("inputs", a, VALUE_COUNT);

  // What the kernels build on: a·b + c is two roundings, and fusion happens where it is written.
  for (int k = 0; k < VALUE_COUNT; k++) {
    separate[k] = a[k] * b[k] + c[k];
    fused[k] = __builtin_elementwise_fma(a[k], b[k], c[k]);
  }
  print_hash("separate", separate, VALUE_COUNT);
  print_hash("fused", fused, VALUE_COUNT);
  return 0;
}
