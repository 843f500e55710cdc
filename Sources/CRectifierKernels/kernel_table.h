// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// The kernels of one instruction set; internal to this target.

#ifndef RECTIFIER_KERNEL_TABLE_H
#define RECTIFIER_KERNEL_TABLE_H

#include <string.h>

#include "include/rectifier_kernels.h"
#include "vector_types.h"

// Entries of a block of weight rows whose dot products the backward pass holds unfinished; of one
// sample all that are gathered at a time.
#define RK_BLOCK_ENTRIES 1024

// Words of 64 bits that hold one for each input of a range, in the backward pass.
#define RK_PRESENCE_WORDS(range_count) (((range_count) + 63) / 64)

// Gradients of a panel that wait for their weights, in the backward pass over lists of outputs.
#define RK_TURNED_VECTORS 4  // inputs of such a tile, in vectors of 16
#define RK_OUTPUT_TILE_FLOATS (RK_TURNED_VECTORS * RECTIFIER_PANEL_COLUMNS * RECTIFIER_LANES)

typedef struct {
  void (*forward_dense)(const rectifier_forward *);
  void (*forward_sparse)(const rectifier_forward *);
  void (*backward_rows)(const rectifier_backward *);
  void (*backward_outputs)(
    const rectifier_backward *, const rectifier_lists *, size_t, size_t);
  void (*backward_bias)(const rectifier_bias_backward *);
  void (*apply)(
    const rectifier_update *, float *, rectifier_moments, const float *, size_t);
  void (*softmax_rows)(const rectifier_softmax *);
  void (*real_head_rows)(const rectifier_real_head *);
  void (*list_rows)(const float *, size_t, size_t, size_t, size_t, rectifier_lists *);
  void (*scale_bytes)(const uint8_t *, size_t, float, float *, size_t);
  void (*map)(int, float, const float *, float *, size_t);
  void (*iterate)(float *, size_t, float, float, size_t);
  void (*sum)(const float *, size_t, float *);
  void (*uniform)(const rectifier_stream *, uint64_t, float *, size_t);
} rectifier_kernel_table;

extern const rectifier_kernel_table rk_table_portable;
extern const rectifier_kernel_table rk_table_avx2;
extern const rectifier_kernel_table rk_table_avx512;
extern const rectifier_kernel_table rk_table_neon;

#endif
