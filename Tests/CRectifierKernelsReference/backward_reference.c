// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Twins of the backward pass, weights and bias.

#pragma STDC FP_CONTRACT OFF

#include "reference.h"

#include <math.h>

// Whether sample n counts for input i: NaN is not zero.
static bool counts(const rectifier_backward *job, size_t n, size_t i) {
  return job->every_input || job->input[n * job->input_stride + i] != 0;
}

// W[i, ·] · delta[n, ·]: output o goes to lane o mod 16.
static float dot(const rectifier_backward *job, size_t n, size_t i) {
  float lanes[16] = {0};
  for (size_t o = 0; o < job->layer.output_count; o++) {
    float w = job->layer.weights[reference_weight_place(&job->layer, i, o)];
    lanes[o % 16] = fmaf(w, job->delta[n * job->delta_stride + o], lanes[o % 16]);
  }
  return reference_sum_lanes(lanes) + 0.0f;
}

static void write_input_delta(const rectifier_backward *job, size_t n, size_t i) {
  size_t at = n * job->input_stride + i;
  float x = job->input[at];
  float penalty = x > 0 ? job->l1 : x < 0 ? -job->l1 : 0;
  float slope;
  if (job->input_slope) {
    slope = job->input_slope[at];
  } else if (x == 0) {
    // Not the product with a slope of 0: that would be NaN where the dot product is.
    job->input_delta[at] = 0;
    return;
  } else {
    slope = job->input_sign ? job->input_sign[i] : 1;
  }
  job->input_delta[at] = (dot(job, n, i) + penalty) * slope + 0.0f;
}

// The mean over the batch of x[n, i] delta[n, o], summed from +0 in sample order.
static float gradient(const rectifier_backward *job, size_t i, size_t o) {
  float sum = 0;
  for (size_t n = 0; n < job->row_count; n++) {
    if (!counts(job, n, i)) continue;
    sum = fmaf(job->input[n * job->input_stride + i], job->delta[n * job->delta_stride + o], sum);
  }
  return (sum + 0.0f) * job->batch_scale;
}

// A penalty's term of the gradient, where there is one.
static float penalized(const rectifier_backward *job, float gradient, float w) {
  return job->weight_l2 == 0 ? gradient : fmaf(job->weight_l2, w, gradient);
}

static void backward_row(const rectifier_backward *job, size_t i) {
  bool active = false;
  for (size_t n = 0; n < job->row_count; n++) {
    if (!counts(job, n, i)) continue;
    active = true;
    if (job->input_delta) write_input_delta(job, n, i);
  }
  bool skipped = !active && job->weight_l2 == 0 && job->update.rule == RECTIFIER_SGD;
  for (size_t o = 0; o < reference_padded(job->layer.output_count); o++) {
    size_t at = reference_weight_place(&job->layer, i, o);
    float g = penalized(job, active ? gradient(job, i, o) : 0, job->layer.weights[at]);
    if (job->gradient) {
      job->gradient[at] = g;
    } else if (!skipped) {
      reference_take_gradient(&job->update, job->layer.weights, job->moments, at, g);
    }
  }
}

void rectifier_backward_rows_reference(const rectifier_backward *job) {
  uint64_t saved = reference_enter();
  for (size_t r = 0; r < job->range_count; r++) backward_row(job, job->first_input + r);
  reference_leave(saved);
}

void rectifier_backward_bias_reference(const rectifier_bias_backward *job) {
  uint64_t saved = reference_enter();
  for (size_t o = 0; o < reference_padded(job->output_count); o++) {
    float sum = 0;
    for (size_t n = 0; n < job->row_count; n++) sum += job->delta[n * job->delta_stride + o];
    float mean = (sum + 0.0f) * job->batch_scale;
    if (job->gradient) {
      job->gradient[o] = mean;
    } else {
      reference_take_gradient(&job->update, job->bias, job->moments, o, mean);
    }
  }
  reference_leave(saved);
}
