// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Exact work on bits and counts, the same for every instruction set.

#pragma STDC FP_CONTRACT OFF

#include "kernel_table.h"

size_t rectifier_backward_scratch_size(
  size_t row_count, size_t range_count, size_t entry_count) {
  return (RK_BLOCK_ENTRIES + row_count) * RECTIFIER_LANES * sizeof(float)
    + RK_PRESENCE_WORDS(range_count) * (sizeof(uint64_t) + sizeof(uint32_t))
    + (2 * range_count + 3) * sizeof(uint32_t) + entry_count * sizeof(rectifier_entry);
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

uint32_t rectifier_list_entries(
  const uint32_t *columns, const float *values, size_t count, size_t row, uint32_t at,
  rectifier_lists *lists) {
  size_t k = 0;
  for (size_t g = 0; g < lists->segment_count; g++) {
    size_t s = g * lists->row_capacity + row, end = (g + 1) * lists->segment_columns;
    lists->begin[s] = at;
    for (; k < count && columns[k] < end; k++) {
      lists->entries[at++] = (rectifier_entry){columns[k], values[k]};
    }
    lists->end[s] = at;
  }
  return at;
}

void rectifier_spread_rows(
  const rectifier_lists *lists, size_t column_count, size_t first_row, size_t row_count,
  float *rows, size_t stride) {
  for (size_t n = first_row; n < first_row + row_count; n++) {
    float *row = rows + n * stride;
    memset(row, 0, column_count * sizeof *row);
    for (size_t g = 0; g < lists->segment_count; g++) {
      size_t s = g * lists->row_capacity + n;
      for (uint32_t k = lists->begin[s]; k < lists->end[s]; k++) {
        row[lists->entries[k].index] = lists->entries[k].value;
      }
    }
  }
}

void rectifier_flush(float *values, size_t count) {
  for (size_t k = 0; k < count; k++) {
    uint32_t bits;
    memcpy(&bits, values + k, sizeof bits);
    if ((bits & 0x7f800000) == 0) bits = 0;
    memcpy(values + k, &bits, sizeof bits);
  }
}
