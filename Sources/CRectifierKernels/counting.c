// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Exact work on bits and counts, the same for every instruction set.

#pragma STDC FP_CONTRACT OFF

#include "kernel_table.h"

size_t rectifier_backward_scratch_size(size_t row_count, size_t range_count) {
  return (RK_BLOCK_ENTRIES + row_count) * RECTIFIER_LANES * sizeof(float)
    + row_count * range_count * sizeof(rectifier_entry) + (range_count + 2) * sizeof(uint32_t);
}

size_t rectifier_backward_outputs_scratch_size(size_t row_count) {
  return RK_OUTPUT_TILE_FLOATS * sizeof(float)
    + row_count * RECTIFIER_PANEL_COLUMNS * sizeof(rectifier_entry);
}

void rectifier_tally_active(const rectifier_lists *lists, size_t row_count, size_t *counts) {
  for (size_t g = 0; g < lists->segment_count; g++) {
    for (size_t n = 0; n < row_count; n++) {
      size_t s = g * lists->row_capacity + n;
      for (uint32_t k = lists->begin[s]; k < lists->end[s]; k++) counts[lists->entries[k].index]++;
    }
  }
}

size_t rectifier_count_active(const rectifier_lists *lists, size_t row_count) {
  size_t active = 0;
  for (size_t g = 0; g < lists->segment_count; g++) {
    for (size_t n = 0; n < row_count; n++) {
      size_t s = g * lists->row_capacity + n;
      active += lists->end[s] - lists->begin[s];
    }
  }
  return active;
}

void rectifier_flush(float *values, size_t count) {
  for (size_t k = 0; k < count; k++) {
    uint32_t bits;
    memcpy(&bits, values + k, sizeof bits);
    if ((bits & 0x7f800000) == 0) bits = 0;
    memcpy(values + k, &bits, sizeof bits);
  }
}
