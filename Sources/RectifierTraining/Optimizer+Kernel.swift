// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

extension Optimizer {
  /// The rule of a step for the kernels.
  ///
  /// - Parameters:
  ///   - rate: The learning rate of the step.
  ///   - step: t, counted from 1 over the whole run.
  func update(rate: Float, step: Int) -> rectifier_update {
    var update = rectifier_update()
    update.rate = rate
    switch self {
    case .sgd: update.rule = RECTIFIER_SGD
    case .momentum(let coefficient, let isNesterov):
      update.rule = isNesterov ? RECTIFIER_NESTEROV : RECTIFIER_MOMENTUM
      update.first_decay = coefficient
    case .adam(let firstDecay, let secondDecay, let epsilon):
      update.rule = RECTIFIER_ADAM
      update.first_decay = firstDecay
      update.second_decay = secondDecay
      update.epsilon = epsilon
      // In Double, since 1 − β₂ᵗ of the first steps has few of Float's bits.
      update.rate = Float(Double(rate) / (1 - Double(firstDecay).raised(to: step)))
      update.second_scale = Float(1 / (1 - Double(secondDecay).raised(to: step)).squareRoot())
    }
    return update
  }
}
