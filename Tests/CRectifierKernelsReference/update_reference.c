// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Twins of the update rules.

#pragma STDC FP_CONTRACT OFF

#include "reference.h"

#include <math.h>

void reference_take_gradient(
  const rectifier_update *update, float *parameters, rectifier_moments moments, size_t at,
  float gradient) {
  float step = gradient;
  float b1 = update->first_decay, b2 = update->second_decay;
  if (update->rule == RECTIFIER_MOMENTUM || update->rule == RECTIFIER_NESTEROV) {
    moments.first[at] = fmaf(b1, moments.first[at], gradient);
    step = moments.first[at];
    if (update->rule == RECTIFIER_NESTEROV) step = fmaf(b1, step, gradient);
  }
  if (update->rule == RECTIFIER_ADAM) {
    moments.first[at] = fmaf(b1, moments.first[at], (1 - b1) * gradient);
    moments.second[at] = fmaf(b2, moments.second[at], (1 - b2) * (gradient * gradient));
    float root = sqrtf(moments.second[at]);
    step = moments.first[at] / fmaf(root, update->second_scale, update->epsilon);
  }
  parameters[at] = fmaf(-update->rate, step, parameters[at]);
}

void rectifier_apply_reference(
  const rectifier_update *update, float *parameters, rectifier_moments moments,
  const float *gradient, size_t count) {
  uint64_t saved = reference_enter();
  for (size_t k = 0; k < count; k++) {
    reference_take_gradient(update, parameters, moments, k, gradient[k]);
  }
  reference_leave(saved);
}
