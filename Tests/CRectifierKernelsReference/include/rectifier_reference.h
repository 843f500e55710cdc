// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Scalar twins of the kernels, written from the numerical contract: each result bit of a kernel
// equals its twin's. Twins read dense rows only and ignore a job's input lists and scratch.

#ifndef RECTIFIER_REFERENCE_H
#define RECTIFIER_REFERENCE_H

#include "rectifier_kernels.h"

void rectifier_forward_reference(const rectifier_forward *job);

float rectifier_round_bfloat16_reference(float x);
void rectifier_pack_bfloat16_reference(const rectifier_layer *layer, uint32_t *words);

void rectifier_backward_rows_reference(const rectifier_backward *job);

void rectifier_backward_bias_reference(const rectifier_bias_backward *job);

void rectifier_apply_reference(
  const rectifier_update *update, float *parameters, rectifier_moments moments,
  const float *gradient, size_t count);

void rectifier_softmax_rows_reference(const rectifier_softmax *job);

void rectifier_real_head_rows_reference(const rectifier_real_head *job);

void rectifier_list_rows_reference(
  const float *rows, size_t stride, size_t column_count, size_t first_row, size_t row_count,
  rectifier_lists *lists);

void rectifier_scale_bytes_reference(
  const uint8_t *bytes, size_t count, float divisor, float *output, size_t stride);

// The CPU's floating-point control register (MXCSR or FPCR), and its bits that flush denormals.
uint64_t rectifier_float_mode(void);
void rectifier_set_float_mode(uint64_t mode);
uint64_t rectifier_flush_bits(void);

// The first k < count where the bits differ and not both values are NaN, or `count`. Which NaN a
// sum of several gives depends on the order of a multiplication's operands.
size_t rectifier_first_difference(const float *left, const float *right, size_t count);

#endif
