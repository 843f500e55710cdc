// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Weights rounded to bfloat16 and packed: work on bits, the same for every instruction set.

#pragma STDC FP_CONTRACT OFF

#include "kernel_table.h"

#define RK_PAIR_COLUMNS (2 * RECTIFIER_LANES)  // columns of a group of words
#define RK_LARGEST_BFLOAT16 0x7f7fu

// The upper half of the bits of the rounded value.
static uint32_t rk_bfloat16_bits(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  uint32_t sign = bits >> 16 & 0x8000, magnitude = bits & 0x7fffffff;
  if (magnitude < 0x00800000) return 0;
  if (magnitude > 0x7f800000) return sign | 0x7fc0;
  if (magnitude == 0x7f800000) return sign | 0x7f80;
  // Half of the last place, less one where that is even; a carry runs into the exponent.
  uint32_t rounded = (magnitude + 0x7fff + (magnitude >> 16 & 1)) >> 16;
  return sign | (rounded < RK_LARGEST_BFLOAT16 ? rounded : RK_LARGEST_BFLOAT16);
}

float rectifier_round_bfloat16(float x) {
  uint32_t bits = rk_bfloat16_bits(x) << 16;
  memcpy(&x, &bits, sizeof bits);
  return x;
}

static size_t rk_group_count(size_t columns) {
  return (columns + RK_PAIR_COLUMNS - 1) / RK_PAIR_COLUMNS;
}

size_t rectifier_bfloat16_word_count(size_t input_count, size_t output_count) {
  return input_count * rk_group_count(output_count) * RECTIFIER_LANES;
}

void rectifier_pack_bfloat16(const rectifier_layer *layer, uint32_t *words) {
  const float *row = layer->weights;
  for (size_t begin = 0; begin < layer->output_count; begin += RECTIFIER_PANEL_COLUMNS) {
    size_t left = layer->output_count - begin;
    size_t columns = left < RECTIFIER_PANEL_COLUMNS ? left : RECTIFIER_PANEL_COLUMNS;
    size_t width = (columns + RECTIFIER_LANES - 1) / RECTIFIER_LANES * RECTIFIER_LANES;
    for (size_t i = 0; i < layer->input_count; i++, row += width) {
      for (size_t c = 0; c < width; c += RK_PAIR_COLUMNS, words += RECTIFIER_LANES) {
        for (size_t k = 0; k < RECTIFIER_LANES; k++) {
          size_t high = c + RECTIFIER_LANES + k;
          words[k] = rk_bfloat16_bits(row[c + k])
            | (high < width ? rk_bfloat16_bits(row[high]) << 16 : 0);
        }
      }
    }
  }
}
