// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#pragma STDC FP_CONTRACT OFF

#if 1

#include "kernel_table.h"

#define RK_NAME(name) name##_portable
#define RK_PORTABLE 1
#define RK_WALK_VECTORS 2  // accumulators of the sparse walk, in vectors of 16
#define RK_DENSE_ROWS 2    // the dense tile: rows by vectors of 16 columns
#define RK_DENSE_VECTORS 1
#define RK_FUSED_VECTORS 4  // columns of the sparse backward pass, in vectors of 16
#define RK_ROW_SAMPLES 4    // samples whose dot products stay in registers for a weight row
#define RK_DOT_INPUTS 2     // the dense tile of dot products: inputs by samples
#define RK_DOT_SAMPLES 2

#include "kernels.inc"

#endif
