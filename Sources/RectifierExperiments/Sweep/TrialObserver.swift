// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Looks at the network of a trial while it learns, and at the best one.
///
/// What was seen are numbers by their names: arrays over layers, the output's included where it has
/// one; intervals are left out, for several networks say more.
struct TrialObserver {
  private let observation: TrialObservation
  private let data: TrainingData
  private let execution: Execution
  private var epochs: [JSONValue] = []
  private var best = JSONObject()

  init(_ observation: TrialObservation, data: TrainingData, execution: Execution) {
    self.observation = observation
    self.data = data
    self.execution = execution
  }

  /// What was seen so far.
  var seen: JSONObject {
    guard observation.isOfEveryEpoch else { return best }
    return ["epochs": .array(epochs)]
  }

  /// Looks at a network as it is before the first epoch, or after one.
  mutating func see(_ network: Network) {
    guard observation.isOfEveryEpoch else { return }
    let flow = GradientFlow.measure(network, on: data.validation.data, execution: execution)
    let bounds = Bounds.measure(network, on: data.validation.data, execution: execution)
    // The output is no hidden layer: what passes through units ends before it.
    let hidden = flow.layers.dropLast()
    epochs.append([
      "gradientNorm": Self.numbers(hidden.map(\.preActivationGradientNorm.value)),
      "openFraction": Self.numbers(hidden.map { $0.openFraction?.value }),
      "openPathFraction": Self.numbers([flow.openPathFraction?.value]),
      "largestActivation": Self.numbers(
        bounds.layers.dropLast().map { Double($0.largestActivation) }),
      "activationNorm": Self.numbers(bounds.layers.dropLast().map(\.activationNorm.value)),
      "weightNorm": Self.numbers(bounds.layers.map(\.weightNorm)),
    ])
  }

  /// Looks at the model of the best epoch.
  mutating func end(_ model: Model) throws {
    switch observation {
    case .trajectory: break
    case .fit:
      let fit = try Evaluation.evaluate(model, on: data.training.data, execution: execution)
      best = [
        "errorRate": .optional(fit.errorRate) { JSONValue($0) }, "loss": JSONValue(fit.loss),
      ]
    case .laboratory:
      let measured = data.test ?? data.validation
      best = try Laboratory(model, on: measured.data, execution: execution).json
    }
  }

  /// Some numbers; null for one that is not there or not finite.
  static func numbers(_ values: some Sequence<Double?>) -> JSONValue {
    .array(values.map { .optional($0.flatMap { $0.isFinite ? $0 : nil }) { JSONValue($0) } })
  }
}
