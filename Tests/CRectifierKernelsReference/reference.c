// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// What the twins share.

#pragma STDC FP_CONTRACT OFF

#include "reference.h"

size_t reference_padded(size_t count) { return (count + 15) / 16 * 16; }

size_t reference_weight_place(const rectifier_layer *layer, size_t i, size_t o) {
  size_t panel_begin = o / 128 * 128;
  size_t left = layer->output_count - panel_begin;
  size_t width = left < 128 ? reference_padded(left) : 128;
  return panel_begin * layer->input_count + i * width + (o - panel_begin);
}

float reference_sum_lanes(const float lanes[16]) {
  float eight[8], four[4], two[2];
  for (int l = 0; l < 8; l++) eight[l] = lanes[l] + lanes[l + 8];
  for (int l = 0; l < 4; l++) four[l] = eight[l] + eight[l + 4];
  for (int l = 0; l < 2; l++) two[l] = four[l] + four[l + 2];
  return two[0] + two[1];
}

float reference_function(rectifier_function function, float parameter, float x) {
  float y;
  rectifier_map(RECTIFIER_PORTABLE, function, parameter, &x, &y, 1);
  return y;
}
