// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// What the kernels of driver.c run on, and hashes of what they leave.

#ifndef RECTIFIER_NEON_FIXTURES_H
#define RECTIFIER_NEON_FIXTURES_H

#include "rectifier_kernels.h"

#include <stdlib.h>
#include <string.h>

// MARK: - Data

static uint64_t state;

static uint32_t random_bits(void) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(state >> 32);
}

// A multiple of 2^-23 in [-1, 1), never 0.
static float random_value(void) {
  return (float)((int32_t)((random_bits() >> 8) | 1) - 0x800000) * 0x1p-23f;
}

static size_t padded(size_t count) { return (count + 15) / 16 * 16; }

static void *zeros(size_t size) {
  void *memory = aligned_alloc(64, size / 64 * 64 + 64);
  if (!memory) abort();
  return memset(memory, 0, size);
}

// [rows x columns], padded with zeros; a fraction of the values in 1/256 is not zero.
static float *random_rows(size_t rows, size_t columns, uint32_t density, float scale) {
  float *values = zeros(rows * padded(columns) * sizeof *values);
  for (size_t n = 0; n < rows; n++) {
    for (size_t o = 0; o < columns; o++) {
      bool active = (random_bits() >> 24) < density;
      float value = random_value() * scale;
      if (active) values[n * padded(columns) + o] = value;
    }
  }
  return values;
}

typedef struct {
  size_t rows, inputs, outputs;
  uint32_t density;
} shape;

static const shape shapes[] = {
  {1, 1, 1, 256},     {3, 17, 10, 128},   {9, 129, 16, 26},  {13, 128, 129, 128},
  {25, 257, 250, 40}, {12, 300, 128, 256}, {4, 40, 300, 200},
};

// MARK: - Hashes

// FNV-1a, 64 bits.
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size) {
  for (size_t k = 0; k < size; k++) hash = (hash ^ ((const uint8_t *)bytes)[k]) * 0x100000001b3;
  return hash;
}

static uint64_t hash_floats(uint64_t hash, const float *values, size_t count) {
  return hash_bytes(hash, values, count * sizeof *values);
}

static uint64_t hash_lists(uint64_t hash, const rectifier_lists *lists, size_t rows) {
  for (size_t segment = 0; segment < rows * lists->segment_count; segment++) {
    uint32_t at = lists->begin[segment], count = lists->end[segment] - at;
    hash = hash_bytes(hash, &at, sizeof at);
    hash = hash_bytes(hash, lists->entries + at, count * sizeof *lists->entries);
  }
  return hash;
}

static rectifier_lists new_lists(size_t rows, size_t columns) {
  rectifier_lists lists = {
    .segment_count = (columns + 63) / 64, .segment_columns = 64, .row_capacity = rows};
  size_t segments = rows * lists.segment_count;
  lists.entries = zeros(segments * 64 * sizeof *lists.entries);
  lists.begin = zeros(segments * sizeof *lists.begin);
  lists.end = zeros(segments * sizeof *lists.end);
  return lists;
}

static void free_lists(rectifier_lists lists) {
  free(lists.entries);
  free(lists.begin);
  free(lists.end);
}

#endif
