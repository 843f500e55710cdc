// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import RectifierTraining

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The update rules and schedules in `Double`, written as the formulas are.
struct OptimizerOracle {
  let options: TrainingOptions
  private var stepCount = 0
  private var first: [[Double]] = []
  private var second: [[Double]] = []

  init(_ options: TrainingOptions) {
    self.options = options
  }

  /// The learning rate after so many steps of an epoch of `epochStepCount`.
  func rate(afterSteps done: Int, epochStepCount: Int) -> Double {
    let rate = Double(options.learningRate)
    switch options.schedule {
    case .constant: return rate
    case .exponential(let factor): return rate * pow(Double(factor), Double(done / epochStepCount))
    case .cosine:
      let share = Double(done) / Double(options.epochCount * epochStepCount)
      return 0.5 * rate * (1 + cos(Double.pi * share))
    }
  }

  /// Applies a gradient, without the penalty on weights, to all layers.
  mutating func step(
    _ network: inout DoubleNetwork, _ gradient: OracleGradient, epochStepCount: Int
  ) {
    let rate = rate(afterSteps: stepCount, epochStepCount: epochStepCount)
    stepCount += 1
    if first.isEmpty {
      first = zip(gradient.weights, gradient.biases).flatMap { [$0, $1] }.map { $0.map { _ in 0 } }
      second = first
    }
    for layer in network.layers.indices {
      let decayed = zip(gradient.weights[layer], network.layers[layer].weights).map {
        $0 + Double(options.weightL2) * $1
      }
      apply(decayed, to: &network.layers[layer].weights, moment: 2 * layer, rate: rate)
      apply(
        gradient.biases[layer], to: &network.layers[layer].biases, moment: 2 * layer + 1,
        rate: rate)
    }
  }

  private mutating func apply(
    _ gradient: [Double], to values: inout [Double], moment: Int, rate: Double
  ) {
    for (k, g) in gradient.enumerated() {
      switch options.optimizer {
      case .sgd: values[k] -= rate * g
      case .momentum(let coefficient, let isNesterov):
        let decay = Double(coefficient)
        first[moment][k] = decay * first[moment][k] + g
        values[k] -= rate * (isNesterov ? decay * first[moment][k] + g : first[moment][k])
      case .adam(let firstDecay, let secondDecay, let epsilon):
        let (b1, b2) = (Double(firstDecay), Double(secondDecay))
        first[moment][k] = b1 * first[moment][k] + (1 - b1) * g
        second[moment][k] = b2 * second[moment][k] + (1 - b2) * g * g
        let mean = first[moment][k] / (1 - pow(b1, Double(stepCount)))
        let square = second[moment][k] / (1 - pow(b2, Double(stepCount)))
        values[k] -= rate * mean / (sqrt(square) + Double(epsilon))
      }
    }
  }
}
