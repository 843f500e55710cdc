// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Twins of the output heads: link, loss and their derivative.

#pragma STDC FP_CONTRACT OFF

#include "reference.h"

#include <math.h>

// The lowest class with the largest logit, or the first NaN.
static size_t predicted_class(const float *logits, size_t class_count) {
  size_t best = 0;
  for (size_t o = 0; o < class_count; o++) {
    if (isnan(logits[o])) return o;
    if (logits[o] > logits[best]) best = o;
  }
  return best;
}

static float exponential(float x) { return reference_function(RECTIFIER_EXP, 0, x); }

static void softmax_row(const rectifier_softmax *job, size_t n) {
  const float *logits = job->logits + n * job->stride;
  size_t best = predicted_class(logits, job->class_count);
  float largest = logits[best];
  float lanes[16] = {0};
  for (size_t o = 0; o < job->class_count; o++) lanes[o % 16] += exponential(logits[o] - largest);
  float sum = reference_sum_lanes(lanes);
  float weight = job->weights && job->targets ? job->weights[job->targets[n]] : 1;
  if (job->predicted) job->predicted[n] = (int32_t)best;
  if (job->loss) {
    float target = logits[job->targets[n]] - largest;
    job->loss[n] = (reference_function(RECTIFIER_LOG, 0, sum) - target) * weight + 0.0f;
  }
  for (size_t o = 0; o < reference_padded(job->class_count); o++) {
    size_t at = n * job->stride + o;
    bool is_class = o < job->class_count;
    float p = is_class ? exponential(logits[o] - largest) / sum + 0.0f : 0;
    if (job->delta) {
      float delta = is_class && o == (size_t)job->targets[n] ? p - 1.0f : p;
      job->delta[at] = delta * weight + 0.0f;
    }
    if (job->probabilities) job->probabilities[at] = p;
  }
}

void rectifier_softmax_rows_reference(const rectifier_softmax *job) {
  uint64_t saved = reference_enter();
  for (size_t n = 0; n < job->row_count; n++) softmax_row(job, n);
  reference_leave(saved);
}

static float link_value(rectifier_activation link, float y) {
  switch (link) {
  case RECTIFIER_ACTIVATION_IDENTITY: return y;
  case RECTIFIER_ACTIVATION_RECTIFIER: return y <= 0 ? 0 : y;
  case RECTIFIER_ACTIVATION_SOFTPLUS: return reference_function(RECTIFIER_SOFTPLUS, 1, y);
  default: return reference_function(RECTIFIER_LOGISTIC, 0, y);
  }
}

static float cross_entropy(float y, float t) {
  float decay = exponential(-fabsf(y));
  return fmaf(-t, y, y > 0 ? y : 0) + reference_function(RECTIFIER_LOG1P, 0, decay);
}

static float squared_error_delta(rectifier_activation link, float y, float difference) {
  switch (link) {
  case RECTIFIER_ACTIVATION_RECTIFIER: return y <= 0 ? 0 : difference * 2;
  case RECTIFIER_ACTIVATION_SOFTPLUS:
    return difference * 2 * reference_function(RECTIFIER_SOFTPLUS_SLOPE, 1, y);
  default: return difference * 2;
  }
}

static void real_head_row(const rectifier_real_head *job, size_t n) {
  float lanes[16] = {0};
  for (size_t o = 0; o < reference_padded(job->output_count); o++) {
    size_t at = n * job->stride + o;
    float p = 0, delta = 0;
    if (o < job->output_count) {
      float y = job->output[at], t = job->targets ? job->targets[at] : 0;
      float weight = job->weights ? job->weights[o] : 1;
      p = link_value(job->link, y);
      if (job->link == RECTIFIER_ACTIVATION_LOGISTIC) {
        lanes[o % 16] += cross_entropy(y, t) * weight;
        delta = (p - t) * weight;
      } else {
        lanes[o % 16] = fmaf((p - t) * weight, p - t, lanes[o % 16]);
        delta = squared_error_delta(job->link, y, p - t) * weight;
      }
    }
    if (job->values) job->values[at] = p + 0.0f;
    if (job->delta) job->delta[at] = delta + 0.0f;
  }
  if (job->loss) job->loss[n] = reference_sum_lanes(lanes) + 0.0f;
}

void rectifier_real_head_rows_reference(const rectifier_real_head *job) {
  uint64_t saved = reference_enter();
  for (size_t n = 0; n < job->row_count; n++) real_head_row(job, n);
  reference_leave(saved);
}
