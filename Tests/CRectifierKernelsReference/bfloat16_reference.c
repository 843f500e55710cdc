// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Twins of the rounding to bfloat16 and of the packing, written from what a bfloat16 is: 8 digits.

#pragma STDC FP_CONTRACT OFF

#include "reference.h"

#include <math.h>
#include <string.h>

float rectifier_round_bfloat16_reference(float x) {
  if (isnan(x) || isinf(x)) return x;
  if (fpclassify(x) != FP_NORMAL) return 0;
  int exponent;
  double digits = frexp(x, &exponent);
  double rounded = ldexp(rint(ldexp(digits, 8)), exponent - 8);
  double largest = ldexp(255, 120);
  return (float)fmax(-largest, fmin(largest, rounded));
}

// Column c of a panel is in word c % 16 of group c / 32, the lower half where c % 32 < 16.
size_t reference_bfloat16_place(const rectifier_layer *layer, size_t i, size_t o) {
  size_t panel = o / 128, c = o % 128;
  size_t left = layer->output_count - panel * 128;
  size_t width = left < 128 ? (left + 31) / 32 * 16 : 64;
  return panel * 64 * layer->input_count + i * width + c / 32 * 16 + c % 16;
}

float reference_bfloat16_weight(
  const rectifier_layer *layer, const uint32_t *words, size_t i, size_t o) {
  uint32_t word = words[reference_bfloat16_place(layer, i, o)];
  uint32_t bits = o % 32 < 16 ? word << 16 : word >> 16 << 16;
  float weight;
  memcpy(&weight, &bits, sizeof weight);
  return weight;
}

void rectifier_pack_bfloat16_reference(const rectifier_layer *layer, uint32_t *words) {
  size_t count = layer->input_count * ((layer->output_count + 31) / 32 * 16);
  memset(words, 0, count * sizeof *words);
  for (size_t i = 0; i < layer->input_count; i++) {
    for (size_t o = 0; o < layer->output_count; o++) {
      float weight = rectifier_round_bfloat16_reference(
        layer->weights[reference_weight_place(layer, i, o)]);
      uint32_t bits;
      memcpy(&bits, &weight, sizeof bits);
      words[reference_bfloat16_place(layer, i, o)] |= o % 32 < 16 ? bits >> 16 : bits;
    }
  }
}
