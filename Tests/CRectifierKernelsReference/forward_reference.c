// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Twins of the forward product with its epilogue, of the lists and of the conversion of bytes.

#pragma STDC FP_CONTRACT OFF

#include "reference.h"

#include <math.h>
#include <string.h>

static float activation(const rectifier_forward *job, float y) {
  switch (job->activation) {
  case RECTIFIER_ACTIVATION_IDENTITY: return y;
  case RECTIFIER_ACTIVATION_RECTIFIER: return y <= 0 ? 0 : y;
  case RECTIFIER_ACTIVATION_SOFTPLUS:
    return reference_function(RECTIFIER_SOFTPLUS, job->sharpness, y);
  case RECTIFIER_ACTIVATION_TANH: return reference_function(RECTIFIER_TANH, 0, y);
  case RECTIFIER_ACTIVATION_LOGISTIC: return reference_function(RECTIFIER_LOGISTIC, 0, y);
  case RECTIFIER_ACTIVATION_RECTIFIED_TANH:
    return y <= 0 ? 0 : reference_function(RECTIFIER_TANH, 0, y);
  case RECTIFIER_ACTIVATION_ABSOLUTE_TANH:
    return fabsf(reference_function(RECTIFIER_TANH, 0, y));
  case RECTIFIER_ACTIVATION_LEAKY_INTEGRATE_AND_FIRE:
    return reference_function(RECTIFIER_LIF, 0, y);
  }
  return NAN;
}

// The derivative; at a kink, 0.
static float activation_slope(const rectifier_forward *job, float y) {
  switch (job->activation) {
  case RECTIFIER_ACTIVATION_IDENTITY: return 1;
  case RECTIFIER_ACTIVATION_RECTIFIER: return y <= 0 ? 0 : 1;
  case RECTIFIER_ACTIVATION_SOFTPLUS:
    return reference_function(RECTIFIER_SOFTPLUS_SLOPE, job->sharpness, y);
  case RECTIFIER_ACTIVATION_TANH: return reference_function(RECTIFIER_TANH_SLOPE, 0, y);
  case RECTIFIER_ACTIVATION_LOGISTIC:
    return reference_function(RECTIFIER_LOGISTIC_SLOPE, 0, y);
  case RECTIFIER_ACTIVATION_RECTIFIED_TANH:
    return y <= 0 ? 0 : reference_function(RECTIFIER_TANH_SLOPE, 0, y);
  case RECTIFIER_ACTIVATION_ABSOLUTE_TANH: {
    float slope = reference_function(RECTIFIER_TANH_SLOPE, 0, y);
    return y == 0 ? 0 : y < 0 ? -slope : slope;
  }
  case RECTIFIER_ACTIVATION_LEAKY_INTEGRATE_AND_FIRE:
    return reference_function(RECTIFIER_LIF_SLOPE, 0, y);
  }
  return NAN;
}

// y[n, o]: from the bias, one fused multiply-add an input, in input order.
static float pre_activation(const rectifier_forward *job, size_t n, size_t o) {
  float sum = job->layer.bias[o];
  for (size_t i = 0; i < job->layer.input_count; i++) {
    float x = job->input[n * job->input_stride + i];
    float w = job->bfloat16_weights
      ? reference_bfloat16_weight(&job->layer, job->bfloat16_weights, i, o)
      : job->layer.weights[reference_weight_place(&job->layer, i, o)];
    sum = fmaf(x, w, sum);
  }
  return sum + 0.0f;
}

static void finish(const rectifier_forward *job, size_t n, size_t o) {
  size_t at = n * job->output_stride + o;
  float h = 0, slope = 0;
  if (o < job->layer.output_count) {
    float y = pre_activation(job, n, o);
    float sign = job->sign ? job->sign[o] : 1;
    h = activation(job, y) * sign + 0.0f;
    if (job->slope) slope = activation_slope(job, y) * sign + 0.0f;
  }
  job->output[at] = h;
  if (job->slope) job->slope[at] = slope;
}

// Lists columns [begin, end) of row n, a multiple of 64 or the last ones, each segment in the place
// that is its own whatever the rows before it hold.
static void list_columns(
  const float *row, size_t begin, size_t end, size_t n, rectifier_lists *lists) {
  for (size_t o = begin; o < end; o++) {
    size_t s = o / 64 * lists->row_capacity + n;
    if (o % 64 == 0) lists->begin[s] = lists->end[s] = (uint32_t)(64 * s);
    if (row[o] == 0) continue;
    lists->entries[lists->end[s]++] = (rectifier_entry){(uint32_t)o, row[o]};
  }
}

void rectifier_forward_reference(const rectifier_forward *job) {
  uint64_t saved = reference_enter();
  size_t begin = job->first_panel * 128;
  size_t end = begin + job->panel_count * 128;
  size_t padded = reference_padded(job->layer.output_count);
  if (end > padded) end = padded;
  for (size_t n = job->first_row; n < job->first_row + job->row_count; n++) {
    for (size_t o = begin; o < end; o++) finish(job, n, o);
    if (!job->output_lists) continue;
    list_columns(job->output + n * job->output_stride, begin, end, n, job->output_lists);
  }
  reference_leave(saved);
}

void rectifier_list_rows_reference(
  const float *rows, size_t stride, size_t column_count, size_t first_row, size_t row_count,
  rectifier_lists *lists) {
  uint64_t saved = reference_enter();
  for (size_t n = first_row; n < first_row + row_count; n++) {
    list_columns(rows + n * stride, 0, column_count, n, lists);
  }
  reference_leave(saved);
}

void rectifier_scale_bytes_reference(
  const uint8_t *bytes, size_t count, float divisor, float *output, size_t stride) {
  uint64_t saved = reference_enter();
  for (size_t k = 0; k < stride; k++) output[k] = k < count ? (float)bytes[k] / divisor : 0;
  reference_leave(saved);
}
