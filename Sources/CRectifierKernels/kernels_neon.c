// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#pragma STDC FP_CONTRACT OFF

#if defined(__aarch64__)

#include "kernel_table.h"

#define RK_NAME(name) name##_neon
#define RK_NEON 1
#define RK_WALK_VECTORS 4  // accumulators of the sparse walk, in vectors of 16
#define RK_DENSE_ROWS 6    // the dense tile: rows by vectors of 16 columns
#define RK_DENSE_VECTORS 1
#define RK_DOT_ROWS 4      // samples whose dot products stay in registers in the backward pass

#include "kernels.inc"

#endif
