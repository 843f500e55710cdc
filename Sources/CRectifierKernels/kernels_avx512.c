// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)

#include "kernel_table.h"

#define RK_NAME(name) name##_avx512
#define RK_AVX512 1
#define RK_WALK_VECTORS 8  // accumulators of the sparse walk, in vectors of 16
#define RK_DENSE_ROWS 12    // the dense tile: rows by vectors of 16 columns
#define RK_DENSE_VECTORS 2
#define RK_FUSED_VECTORS 8  // columns of the sparse backward pass, in vectors of 16
#define RK_ROW_SAMPLES 8    // samples whose dot products stay in registers for a weight row
#define RK_DOT_INPUTS 4     // the dense tile of dot products: inputs by samples
#define RK_DOT_SAMPLES 4

#include <immintrin.h>

#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma,bmi,bmi2,popcnt"))), \
  apply_to = function)

#include "kernels.inc"

#pragma clang attribute pop

#endif
