// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// The functions that `rectifier_map` applies to every element of an array. Slopes are derivatives
// with respect to the argument. `parameter` is the sharpness of softplus or the exponent of pow,
// and otherwise unused.

#ifndef RECTIFIER_FUNCTIONS_H
#define RECTIFIER_FUNCTIONS_H

typedef enum rectifier_function {
  RECTIFIER_EXP = 0,
  RECTIFIER_LOG = 1,
  RECTIFIER_LOG1P = 2,
  RECTIFIER_TANH = 3,
  RECTIFIER_TANH_SLOPE = 4,
  RECTIFIER_LOGISTIC = 5,
  RECTIFIER_LOGISTIC_SLOPE = 6,
  RECTIFIER_SOFTPLUS = 7,
  RECTIFIER_SOFTPLUS_SLOPE = 8,
  RECTIFIER_LIF = 9,  // leaky integrate and fire
  RECTIFIER_LIF_SLOPE = 10,
  RECTIFIER_SIN = 11,  // radians, up to ±65536; NaN beyond
  RECTIFIER_COS = 12,  // as sin
  RECTIFIER_POW = 13,  // input^parameter, input >= 0; NaN below
} rectifier_function;

#endif
