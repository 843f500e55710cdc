// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// What the twins share; internal to this target.

#ifndef RECTIFIER_REFERENCE_INTERNAL_H
#define RECTIFIER_REFERENCE_INTERNAL_H

#include "include/rectifier_reference.h"

// Sets FTZ and DAZ; gives what `reference_leave` restores. In a source of their own, so that no
// operation moves out from between the two calls.
uint64_t reference_enter(void);
void reference_leave(uint64_t saved);

// Where weight [i, o] lies: panels of 128 outputs, [panel][input][width], the last panel's width
// rounded up to 16.
size_t reference_weight_place(const rectifier_layer *layer, size_t i, size_t o);

// Weight [i, o] of packed bfloat16 weights, and the word that it lies in.
float reference_bfloat16_weight(
  const rectifier_layer *layer, const uint32_t *words, size_t i, size_t o);
size_t reference_bfloat16_place(const rectifier_layer *layer, size_t i, size_t o);

// `count` rounded up to 16.
size_t reference_padded(size_t count);

// Sums 16 lanes: the upper half is added to the lower until one lane is left.
float reference_sum_lanes(const float lanes[16]);

// One value of a kernel function, of the portable set: its accuracy is tested elsewhere.
float reference_function(rectifier_function function, float parameter, float x);

// The parameter and the moments at a place take a gradient.
void reference_take_gradient(
  const rectifier_update *update, float *parameters, rectifier_moments moments, size_t at,
  float gradient);

#endif
