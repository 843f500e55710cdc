// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Exact work on bits and counts, the same for every instruction set.

#pragma STDC FP_CONTRACT OFF

#include "include/rectifier_kernels.h"

#include <string.h>

size_t rectifier_backward_scratch_size(
  size_t row_count, size_t range_count, size_t output_count) {
  size_t panels = (output_count + RECTIFIER_PANEL_COLUMNS - 1) / RECTIFIER_PANEL_COLUMNS;
  return (panels * RECTIFIER_PANEL_COLUMNS + 2 * row_count * range_count + range_count + 2)
    * sizeof(float);
}

void rectifier_tally_active(const rectifier_lists *lists, size_t row_count, size_t *counts) {
  for (size_t segment = 0; segment < row_count * lists->segment_count; segment++) {
    const uint32_t *index = lists->index + segment * lists->segment_stride;
    for (uint32_t k = 0; k < lists->count[segment]; k++) counts[index[k]]++;
  }
}

size_t rectifier_count_active(const rectifier_lists *lists, size_t row_count) {
  size_t active = 0;
  for (size_t segment = 0; segment < row_count * lists->segment_count; segment++) {
    active += lists->count[segment];
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
